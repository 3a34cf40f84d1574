import { choice } from '../settings/setting.ts'
import type { Span } from '../text/span.ts'
import { aboveZero, numberOf, type PValue, pValuesOf, zerosElsewhere, zerosInTables } from './p-values.ts'
import { defineRule, type Finding } from './rule.ts'

export const pValueStyle = defineRule({
  id: 'p-value-style',
  summary: 'A P value can exist, and all are written alike.',
  why: 'No test gives P = 0; software that prints 0.000 means P < .001, and reviewers ask. Mixed p and P look careless.',
  severity: 'warning',
  since: '0.1.0',
  options: {
    style: choice(
      'Besides values that cannot be: “consistent” reports the rarer of p and P and of 0.05 and .05; “ama” asks for P in italics, no zero before the point, and exact values with two digits, or three below .01 (AMA Manual of Style, as JMIR’s instructions quote it); “possible” reports neither.',
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
    const { text } = manuscript
    const values = pValuesOf(manuscript)
    for (const value of values) {
      const { span, sign, signSpan, number, numberSpan, isCertain } = value
      const size = numberOf(value)
      if (size === 0 && /^[=<≤]$/.test(sign)) {
        if (!isCertain && !/\D0{2,}$/.test(number)) continue
        const newText = `<${text.slice(signSpan.end, numberSpan.start)}${aboveZero(number)}`
        const instead = text.slice(span.start, signSpan.start) + newText
        yield never0(span, instead, { start: signSpan.start, end: numberSpan.end }, newText)
      } else if (isCertain && (size > 1 || (size === 1 && sign === '>'))) {
        yield { span, message: 'A P value is never above 1.' }
      }
    }
    for (const { span, number } of zerosInTables(manuscript)) {
      const newText = `<${aboveZero(number)}`
      yield never0(span, newText, span, newText)
    }
    for (const { span, number, numberSpan, signSpan } of zerosElsewhere(manuscript)) {
      const edited = { start: (signSpan ?? numberSpan).start, end: span.end }
      const space = signSpan ? text.slice(signSpan.end, numberSpan.start) : ''
      const newText = `<${space}${aboveZero(number)}`
      yield never0(span, text.slice(span.start, edited.start) + newText, edited, newText)
    }
    if (style !== 'possible') yield* mixed(values, style)
    if (style === 'ama') yield* inexact(values)
  },
})

function never0(span: Span, instead: string, edited: Span, newText: string): Finding {
  const said = instead.replace(/\*|(?<!\p{L}|\})_|_(?![\p{L}{])/gu, '').replace(/\s+/g, ' ')
  return {
    span,
    message: `A P value is never 0; write “${said}”.`,
    fixes: [{ title: `Write “${said}”`, edits: [{ span: edited, newText }], safe: false }],
  }
}

function* mixed(values: readonly PValue[], style: 'consistent' | 'ama'): Iterable<Finding> {
  const properties = [
    {
      is: ({ isItalic }: PValue) => isItalic,
      yes: 'P in italics',
      no: 'an upright P',
      edit: ({ letter, letterSpan }: PValue) => ({ span: letterSpan, newText: `*${letter}*` }),
      isHouseStyle: true,
    },
    {
      is: ({ letter }: PValue) => letter === 'P',
      yes: 'a capital P',
      no: 'a small p',
      edit: ({ letterSpan }: PValue, right: boolean) => ({ span: letterSpan, newText: right ? 'P' : 'p' }),
    },
    {
      is: ({ number }: PValue) => !/^\d/.test(number),
      yes: 'no zero before the point',
      no: 'a zero before the point',
      edit: ({ number, numberSpan }: PValue, right: boolean) => ({
        span: numberSpan,
        newText: right ? number.replace(/^0/, '') : `0${number}`,
      }),
    },
  ]
  // values of 1 have no zero to write or to leave out
  const counted = values.filter(value => value.isCertain && numberOf(value) < 1 && /\D/.test(value.number))
  for (const { is, yes, no, edit, isHouseStyle } of properties) {
    if (isHouseStyle && style !== 'ama') continue
    const having = counted.filter(is).length
    const right = style === 'ama' || having * 2 >= counted.length
    if (style === 'consistent' && (having === 0 || having === counted.length)) continue
    const asked = style === 'ama' ? 'AMA style asks for' : 'most P values here are written with'
    for (const value of counted) {
      if (is(value) === right) continue
      const wanted = right ? yes : no
      yield {
        span: value.span,
        message: `This P value has ${right ? no : yes}; ${asked} ${wanted}.`,
        fixes: [{ title: `Write ${wanted}`, edits: [edit(value, right)], safe: false }],
      }
    }
  }
}

/** Values that AMA style would give with other digits, or exactly. */
function* inexact(values: readonly PValue[]): Iterable<Finding> {
  for (const value of values) {
    const { span, sign, number, isCertain } = value
    const size = numberOf(value)
    if (!isCertain || size === 0) continue
    const digits = /\d*$/.exec(number)![0].length
    // .049 is not rounded to what is no longer below .05
    const isAtLimit = size > 0.045 && size < 0.055
    if (sign === '<' && size > 0.001)
      yield { span, message: 'AMA style gives a P value exactly, unless it is below .001.' }
    else if (sign === '=' && size < 0.001)
      yield { span, message: 'AMA style writes P < .001 for a P value as small as this.' }
    else if (sign === '=' && size >= 0.01 && digits > 2 && !isAtLimit)
      yield { span, message: 'AMA style gives a P value of .01 and more with two digits.' }
  }
}
