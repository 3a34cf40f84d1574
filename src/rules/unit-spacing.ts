import { scopesOf } from '../manuscript/scopes.ts'
import { choice } from '../settings/setting.ts'
import type { Span } from '../text/span.ts'
import { defineRule, type Finding } from './rule.ts'

/** Unit symbols that are no letters of a name after a number: not m, s, h, g, l, A, C, K, N, T, V and W alone. */
const UNIT =
  '(?:[µμnmkMp]?(?:mol|Pa|Hz|Bq|Sv|Gy|eV|kat)|[µμnmkc](?:g|m|l|L|M|s|V|A|W|J|N)|kDa|Da|kb|bp|rpm|min|kcal|cal|mmHg|°C|[µμ]g|[µμ]l|[µμ]L|[µμ]m|[µμ]M|ng|pg|fg|mg|kg|dL|mL|mM|nM|pM|fM|nm|mm|cm|km|ms|ns|mU|IU|ppm|ppb)(?:/(?:[µμnmkc]?[lLgm]|kg|min|day|d|h|s|m2|m²))?'
const NUMBER = String.raw`(?<![\p{L}\p{N}_.,:/#@&;\\-])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`
const CLOSED = new RegExp(`(${NUMBER})(${UNIT})(?![\\p{L}\\p{N}_-])`, 'gu')
const SPACED = new RegExp(`(${NUMBER})[\\s\u00a0\u202f]{1,2}(${UNIT})(?![\\p{L}\\p{N}_-])`, 'gu')

export const unitSpacing = defineRule({
  id: 'unit-spacing',
  summary: 'A space stands between a number and its unit.',
  why: 'The International System of Units asks for it (SI brochure, 9th edition, 5.4.3); a mixture looks careless.',
  severity: 'off',
  since: '0.1.0',
  options: {
    style: choice(
      '“consistent” reports the rarer way of writing, “si” every missing space.',
      ['consistent', 'si'],
      'consistent',
    ),
  },
  examples: [
    {
      shows: 'the one unit that touches its number',
      files: `
//- paper.md
We added 5 mg of antibody, 10 µL of serum and 20mL of medium.
                                              ^^^^ warning unit-spacing: “20mL” has no space before its unit, as others here do.
`,
    },
  ],

  *check({ manuscript }, { style }) {
    const closed: Place[] = []
    const spaced: Place[] = []
    for (const { scope, span, prose } of scopesOf(manuscript)) {
      if (scope === 'back') continue
      for (const found of prose.matchAll(CLOSED)) closed.push(place(found, span))
      for (const found of prose.matchAll(SPACED)) spaced.push(place(found, span))
    }
    if (style === 'si') {
      for (const one of closed)
        yield finding(one, `“${one.text}” has no space before its unit; the SI asks for one.`, ' ')
      return
    }
    // degrees are written closed up by many journals, whatever they do with other units
    for (const degrees of [true, false]) {
      const alike = ({ unit }: Place) => unit.includes('°') === degrees
      yield* mixed(closed.filter(alike), spaced.filter(alike))
    }
  },
})

function* mixed(closed: readonly Place[], spaced: readonly Place[]): Iterable<Finding> {
  if (closed.length === 0 || spaced.length === 0) return
  const few = closed.length <= spaced.length
  for (const one of few ? closed : spaced) {
    const message = few
      ? 'has no space before its unit, as others here do'
      : 'has a space before its unit, which others here have not'
    yield finding(one, `“${one.text}” ${message}.`, few ? ' ' : '')
  }
}

interface Place {
  readonly text: string
  readonly number: string
  readonly unit: string
  readonly span: Span
}

function place({ 0: text, 1: number, 2: unit, index }: RegExpMatchArray, block: Span): Place {
  const start = block.start + index!
  return { text: text!, number: number!, unit: unit!, span: { start, end: start + text!.length } }
}

function finding({ span, number, unit }: Place, message: string, space: string): Finding {
  const newText = `${number}${space}${unit}`
  return { span, message, fixes: [{ title: `Write “${newText}”`, edits: [{ span, newText }], safe: false }] }
}
