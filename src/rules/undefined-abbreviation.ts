import knownAbbreviations from '../../data/known-abbreviations.json' with { type: 'json' }
import type { Analysis } from '../analysis/analysis.ts'
import { withArticle } from '../analysis/article.ts'
import { definitionsByName, isExplainedElsewhere, usesByName } from '../analysis/definitions.ts'
import { introducedIn } from '../analysis/introduced.ts'
import { inNumber, longFormAt, phraseAt } from '../analysis/long-form.ts'
import { standsInName } from '../analysis/names.ts'
import { type DefinedElsewhere, definedElsewhere, PARTS, type Part } from '../analysis/parts.ts'
import type { ShortForm } from '../analysis/short-forms.ts'
import { abbreviationsIn } from '../manuscript/abbreviations.ts'
import type { Manuscript } from '../manuscript/manuscript.ts'
import type { Scope } from '../manuscript/scopes.ts'
import { choices, count, strings } from '../settings/setting.ts'
import type { Span } from '../text/span.ts'
import { defineRule, type Finding } from './rule.ts'

const KNOWN: ReadonlySet<string> = new Set(Object.values(knownAbbreviations).flat())

export const undefinedAbbreviation = defineRule({
  id: 'undefined-abbreviation',
  summary: 'Every abbreviation is defined, in the abstract and in the text.',
  why: 'Editors ask for each abbreviation to be spelled out once; readers of another field cannot guess it.',
  severity: 'off',
  since: '0.1.0',
  options: {
    allow: strings('Abbreviations that need no definition, besides those that Stroma knows.'),
    uses: count('How often an abbreviation is used before it must be defined.', 2, 1),
    parts: choices(
      'Parts that must define what they use, although another part does: “abstract”, “body” and “caption” (each caption for itself). The AMA Manual of Style asks for all three.',
      PARTS,
      ['abstract', 'body'],
    ),
  },
  examples: [
    {
      shows: 'an abbreviation that is used twice and never spelled out',
      files: `
//- paper.md
The extracellular matrix (ECM) was stained with DCX. Cells that bind DCX leave the ECM.
                                                ^^^ warning undefined-abbreviation: “DCX” is used 2 times and never defined; write its long form once, “… (DCX)”.
`,
    },
    {
      shows: 'an abbreviation that only the abstract defines',
      files: `
//- paper.md
# Abstract

The extracellular matrix (ECM) stiffens.

# Results

Fibroblasts remodel the ECM, and the ECM holds them.
                        ^^^ warning undefined-abbreviation: “ECM” is defined in the abstract only, as “extracellular matrix”; define it in the text as well.
`,
    },
  ],

  *check(analysis, { allow, uses: least, parts: asked }) {
    const definitions = definitionsByName(analysis)
    const { manuscript } = analysis
    const { prose } = manuscript
    const words = new Set(prose.match(/(?<![\p{L}\p{N}])\p{L}\p{Ll}+(?![\p{L}\p{N}])/gu) ?? [])
    const numbered = new Set(prose.match(/(?<![\p{L}\p{N}])\p{Lu}{2,6}(?=-?\d)/gu) ?? [])
    const introduced = introducedIn(manuscript)
    const parts = new Set([...definitions.keys(), ...introduced].flatMap(name => name.split(/[-/]/)))
    for (const [name, uses] of usesByName(analysis)) {
      const counted = uses.filter(({ scope }) => isCounted(scope))
      if (counted.length < least || definitions.has(name) || allow.includes(name)) continue
      if (!needsDefinition(name) || isWord(name, words) || numbered.has(name) || parts.has(name)) continue
      if (introduced.has(name) || isExplainedElsewhere(analysis, name)) continue
      if (uses.some(({ span }) => standsInName(prose, span) || followsLongForm(prose, span))) continue
      yield finding(analysis, name, counted)
    }
    for (const part of asked) {
      for (const found of definedElsewhere(analysis, part)) {
        const { name, uses } = found
        if (uses.length < (part === 'caption' ? 1 : least) || allow.includes(name) || KNOWN.has(name)) continue
        yield findingOfPart(manuscript, found, part)
      }
    }
  },
})

/** Whether the manuscript writes a word in small letters elsewhere: “not” for NOT, “Usagi” for USAGI. */
const isWord = (name: string, words: ReadonlySet<string>): boolean =>
  words.has(name.toLowerCase()) || words.has(name.charAt(0) + name.slice(1).toLowerCase())

/** Whether the long form stands right before it, only without brackets: “graft-versus-host disease GVHD”. */
function followsLongForm(prose: string, { start, end }: Span): boolean {
  const before = prose.slice(Math.max(0, start - 100), start).trimEnd()
  if (!/[\p{L}\p{N}]$/u.test(before)) return false
  return abbreviationsIn(`${before} (${prose.slice(start, end)})`).some(({ span }) => span.end > before.length)
}

/** Headings are not where a reader learns of an abbreviation, and a table has notes of its own. */
const isCounted = (scope: Scope): boolean => scope !== 'heading' && scope !== 'table'

/** Capitals alone: with digits or small letters in it, it is more often the name of a gene, a cell line or a product. */
const needsDefinition = (name: string): boolean =>
  /^\p{Lu}{2,6}$/u.test(name) &&
  !KNOWN.has(name) &&
  !/^[IVX]+$/.test(name) &&
  !/^[ACGTUN]{3,}$/.test(name) &&
  !/^(.)\1*$/.test(name)

/** Of a large lexicon, only the beginning is looked through. */
function firstOf<T>(items: Iterable<T>, most: number): T[] {
  const first: T[] = []
  for (const item of items) {
    first.push(item)
    if (first.length === most) break
  }
  return first
}

function finding({ lexicon, manuscript }: Analysis, name: string, uses: readonly ShortForm[]): Finding {
  const { span, text } = uses[0]!
  const times = uses.length === 1 ? 'used' : `used ${uses.length} times`
  const fixes = firstOf(lexicon.concepts.values(), 2000)
    .filter(({ surfaceForms }) => surfaceForms.some(({ text, kind }) => text === name && kind === 'abbreviation'))
    .map(({ label }) => `${phraseAt(manuscript, span.start, inNumber(label, false, text === `${name}s`))} (${text})`)
    .map(newText => ({
      title: `Define as “${newText}”`,
      edits: withArticle(manuscript.text, span, newText),
      safe: false,
    }))
  return { span, message: `“${name}” is ${times} and never defined; write its long form once, “… (${name})”.`, fixes }
}

const PLACES: Readonly<Record<string, string>> = { abstract: 'the abstract', body: 'the text' }

function findingOfPart(manuscript: Manuscript, found: DefinedElsewhere, part: Part): Finding {
  const { name, definition } = found
  const [{ span, text }] = found.uses
  const { long, scope } = definition
  const here = PLACES[part] ?? 'this caption'
  const newText = `${longFormAt(manuscript, span.start, text, definition)} (${text})`
  return {
    span,
    message: `“${name}” is defined in ${PLACES[scope]} only, as “${long}”; define it in ${here} as well.`,
    fixes: [{ title: `Define as “${newText}”`, edits: withArticle(manuscript.text, span, newText), safe: false }],
  }
}
