import type { Passage } from '../manuscript/passage.ts'
import { scopesOf } from '../manuscript/scopes.ts'
import { choice } from '../settings/setting.ts'
import { memoByObject } from '../text/memo.ts'
import { type Span, shift } from '../text/span.ts'
import { defineRule } from './rule.ts'

const P_VALUE =
  /(?<![\p{L}\p{N}_-])([*_]{0,2})([Pp])([*_]{0,2})(?:[-\s]?values?)?\s*([=<>≤≥])\s*([01]?\.\d+|[01](?!\d|[.,]\s?\d|\s?[%×x]))(?![\d%]|\s?[×x]\s?10|[eE][-−–])/gu

/** “P value”, or a place in brackets: elsewhere “p > 1” and “p = 0” are of a parameter, a pressure or a probability. */
const CALLED_SO = /values?\s*$/
const IN_BRACKETS = /[([;,]\s*$/
/** “The allele frequency p was 0.3 (p = 0.3 in controls)”. */
const PARAMETER = /(?:frequenc|probabilit|proportion|prevalenc)(?:[^.;]|\.\d){0,60}$/i

interface PValue {
  readonly span: Span
  readonly letter: string
  readonly sign: string
  readonly number: string
  /** Whether it can be nothing but a P value. */
  readonly isCertain: boolean
}

export const pValueStyle = defineRule({
  id: 'p-value-style',
  summary: 'A P value can exist, and all are written alike.',
  why: 'No test gives P = 0; software that prints 0.000 means P < .001, and reviewers ask. Mixed p and P look careless.',
  severity: 'warning',
  since: '0.1.0',
  options: {
    style: choice(
      'Besides values that cannot be: “consistent” reports the rarer of p and P and of 0.05 and .05; “ama” asks for P and no zero before the point (AMA Manual of Style, as JMIR’s instructions quote it); “possible” reports neither.',
      ['possible', 'consistent', 'ama'],
      'consistent',
    ),
  },
  examples: [
    {
      shows: 'a P value of nothing',
      files: `
//- paper.md
The groups differed (P = 0.000).
                     ^^^^^^^^^ warning p-value-style: A P value is never 0; write “P < 0.001”.
`,
    },
    {
      shows: 'a P value that is written unlike the others',
      files: `
//- paper.md
Tumor weight (P = 0.02), volume (P = 0.03) and number (p = 0.04) fell.
                                                       ^^^^^^^^ warning p-value-style: This P value has a small p; most P values here are written with a capital P.
`,
    },
  ],

  *check({ manuscript }, { style }) {
    const values = scopesOf(manuscript).flatMap(({ scope, span: { start }, passage }) =>
      scope === 'back' ? [] : valuesIn(passage).map(value => ({ ...value, span: shift(value.span, start) })),
    )
    for (const { span, letter, sign, number, isCertain } of values) {
      const value = Number(number)
      if (value === 0 && /^[=<≤]$/.test(sign)) {
        if (!isCertain && !/\.0{2,}$/.test(number)) continue
        const decimals = number.split('.')[1]?.length ?? 3
        const zero = number.startsWith('.') ? '' : '0'
        const instead = `${letter} < ${zero}.${'0'.repeat(Math.max(0, decimals - 1))}1`
        yield {
          span,
          message: `A P value is never 0; write “${instead}”.`,
          fixes: [{ title: `Write “${instead}”`, edits: [{ span, newText: instead }], safe: false }],
        }
      } else if (isCertain && (value > 1 || (value === 1 && sign === '>'))) {
        yield { span, message: 'A P value is never above 1.' }
      }
    }
    if (style !== 'possible') yield* mixed(values, style)
  },
})

const valuesIn = memoByObject(({ prose }: Passage): readonly PValue[] =>
  [...prose.matchAll(P_VALUE)].map(({ 0: text, 2: letter, 4: sign, 5: number, index }) => ({
    span: { start: index, end: index + text.length },
    letter: letter!,
    sign: sign!,
    number: number!,
    isCertain:
      CALLED_SO.test(text.slice(0, text.lastIndexOf(sign!))) ||
      (IN_BRACKETS.test(prose.slice(0, index)) && !PARAMETER.test(prose.slice(Math.max(0, index - 80), index))),
  })),
)

function* mixed(values: readonly PValue[], style: 'consistent' | 'ama') {
  const properties = [
    { is: (value: PValue) => value.letter === 'P', yes: 'a capital P', no: 'a small p', wanted: true },
    {
      is: (value: PValue) => !value.number.startsWith('0.'),
      yes: 'no zero before the point',
      no: 'a zero before the point',
      wanted: true,
    },
  ]
  for (const { is, yes, no, wanted } of properties) {
    const counted = values.filter(({ number, isCertain }) => number.includes('.') && isCertain)
    const having = counted.filter(is).length
    const right = style === 'ama' ? wanted : having * 2 >= counted.length
    if (style === 'consistent' && (having === 0 || having === counted.length)) continue
    const asked = style === 'ama' ? 'AMA style asks for' : 'most P values here are written with'
    for (const value of counted) {
      if (is(value) !== right)
        yield { span: value.span, message: `This P value has ${right ? no : yes}; ${asked} ${right ? yes : no}.` }
    }
  }
}
