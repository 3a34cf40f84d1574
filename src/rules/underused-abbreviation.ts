import knownAbbreviations from '../../data/known-abbreviations.json' with { type: 'json' }
import type { Analysis } from '../analysis/analysis.ts'
import { type Definition, definitionsByName, definitionsOf, usesByName } from '../analysis/definitions.ts'
import { isSymbol } from '../analysis/short-forms.ts'
import { placesOf } from '../analysis/words.ts'
import { scopesOf } from '../manuscript/scopes.ts'
import { count, strings } from '../settings/setting.ts'
import type { Span } from '../text/span.ts'
import { defineRule } from './rule.ts'

const KNOWN: ReadonlySet<string> = new Set(Object.values(knownAbbreviations).flat())

export const underusedAbbreviation = defineRule({
  id: 'underused-abbreviation',
  summary: 'An abbreviation that is defined is also used.',
  why: 'Each abbreviation costs readers something to learn; one that is never used again costs and gives nothing.',
  severity: 'off',
  since: '0.1.0',
  options: {
    uses: count('How often an abbreviation must be used besides its definition.', 1, 1),
    allow: strings('Abbreviations that may be defined and not used, such as names better known than their long form.'),
  },
  examples: [
    {
      shows: 'a short form that never returns',
      files: `
//- paper.md
Stiffness of the extracellular matrix (ECM) promotes invasion.
                                       ^^^ warning underused-abbreviation: “ECM” is defined and never used again; leave “(ECM)” out.
`,
    },
  ],

  *check(analysis, { uses: least, allow }) {
    const { prose } = analysis.manuscript
    const uses = usesByName(analysis)
    for (const [name, definitions] of definitionsByName(analysis)) {
      const last = definitions.filter(({ scope }) => scope === 'body' || scope === 'abstract').at(-1)
      if (!last || allow.includes(name) || KNOWN.has(name) || isName(last, prose)) continue
      if ((uses.get(name)?.length ?? 0) >= least) continue
      const counted = usesOf(name, analysis, least)
      if (counted >= least || analysis.project.others.some(({ outline }) => outline.mentions(name))) continue
      const often = counted === 0 ? 'never used again' : `used only ${counted === 1 ? 'once' : `${counted} times`} more`
      const remedy = counted === 0 ? `leave “(${last.short})” out` : `write “${last.long}” instead`
      yield { span: last.shortSpan, message: `“${last.short}” is defined and ${often}; ${remedy}.` }
    }
  },
})

/**
 * Whether the short form is the name that the sentence uses, “CRAN (the …)”, a part of a compound, “(AIDS)-related”, or the
 * symbol of a gene, a cell line or a measure.
 */
const isName = ({ name, span, shortSpan, longSpan }: Definition, prose: string): boolean =>
  shortSpan.start < longSpan.start || prose[span.end] === '-' || /\p{N}/u.test(name) || isSymbol(name)

/** Where a short form stands in a text; from three letters on, within a longer one as well: “sCR1sLeX”. */
function* placesIn(text: string, name: string): Generator<number> {
  if (name.length < 3) yield* placesOf(text, name)
  else for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) yield at
}

/**
 * How often a short form stands in a manuscript besides its definitions: in compounds (“RP-FISH”), and in code as well, where
 * captions of figures are written; counted up to `most`. What nobody edits as prose does not count.
 */
function usesOf(name: string, analysis: Analysis, most: number): number {
  const { manuscript } = analysis
  const definitions = definitionsOf(analysis).filter(definition => definition.name === name)
  const back = scopesOf(manuscript).filter(({ scope }) => scope === 'back')
  const isIn = ({ start, end }: Span, place: number): boolean => start <= place && place < end
  let found = 0
  for (const place of placesIn(manuscript.text, name)) {
    if (definitions.some(({ shortSpan }) => isIn(shortSpan, place)) || back.some(({ span }) => isIn(span, place)))
      continue
    if (++found === most) break
  }
  return found
}
