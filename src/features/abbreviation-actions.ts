import type { Analysis } from '../analysis/analysis.ts'
import { hasWord } from '../analysis/words.ts'
import type { Concept } from '../lexicon/concept.ts'
import type { Manuscript } from '../manuscript/manuscript.ts'
import type { Edit } from '../text/edit.ts'
import { contains, slice } from '../text/span.ts'
import { definitionsOfAbbreviation, subjectAt } from './subject.ts'

/** A change of words that an author can ask for; nothing is wrong without it. */
export interface Rewriting {
  readonly title: string
  readonly edits: readonly Edit[]
}

/** What can be done with the abbreviation at `offset`: write it out here, or define it where it is used first. */
export function abbreviationActions(analysis: Analysis, offset: number): readonly Rewriting[] {
  const subject = subjectAt(analysis, offset)
  if (subject?.kind === 'abbreviation') {
    // Inside its own definition it is written out already.
    if (analysis.abbreviations.some(({ span }) => contains(span, offset))) return []
    const { start, end } = subject.span
    const before = definitionsOfAbbreviation(analysis, subject.name)
    const { short, long } = (before.findLast(({ span }) => span.end <= start) ?? before[0])!
    const isPlural = /^s(?![\p{L}\p{N}])/u.test(analysis.manuscript.text.slice(end, end + 2))
    const written = subject.name + (isPlural ? 's' : '')
    const newText = inPlace(inNumber(long, short !== subject.name, isPlural), analysis.manuscript, start)
    return [
      {
        title: `Write out “${written}” as “${newText}”`,
        edits: [{ span: { start, end: start + written.length }, newText }],
      },
    ]
  }
  return subject?.kind === 'mention' ? definitions(analysis, subject.name) : []
}

/** The lexicon knows what an abbreviation stands for that the manuscript never says. */
function definitions({ manuscript, mentions }: Analysis, short: string): Rewriting[] {
  const first = mentions.find(
    ({ span, form }) => form.kind === 'abbreviation' && slice(manuscript.text, span) === short,
  )
  if (!first) return []
  return first.concepts.map(concept => {
    const long = /[A-Z]s$/.test(short) ? plural(concept) : concept.label
    const edits = [{ span: first.span, newText: `${long} (${short})` }]
    return { title: `Define “${short}” at its first use as “${long}”`, edits }
  })
}

/** “CTCs” are “circulating tumor cells”. */
const plural = ({ label, surfaceForms }: Concept): string =>
  surfaceForms.find(({ kind, text }) => kind === 'plural' && text.startsWith(label.slice(0, -2)))?.text ?? label

/** A long form in the number that a place asks for, where English forms it by rule: “cells” for “CTCs”, “cell” for “CTC”. */
function inNumber(long: string, isPlural: boolean, wanted: boolean): string {
  if (isPlural === wanted) return long
  if (wanted) return /(?:s|x|z|ch|sh)$/.test(long) ? long : long.replace(/(?<=[^aeiou])y$/, 'ie').concat('s')
  if (/(?:[aeoy]ses|ices|ae|i|a)$/.test(long)) return long
  return long.replace(/ies$/, 'y').replace(/(?<=[^su])s$/, '')
}

const SENTENCE_START = /(?:^|[.!?]["”’)\]*_]*\s|\n)[\s*_"“(>#-]*$/

/** A long form with the capital that a place asks for; one from the beginning of a sentence goes where the word is written small elsewhere. */
function inPlace(long: string, { prose }: Manuscript, offset: number): string {
  const [first, ...rest] = long
  const [word] = /^\p{L}+/u.exec(long) ?? []
  if (!first || !word) return long
  if (SENTENCE_START.test(prose.slice(Math.max(0, offset - 20), offset))) return first.toUpperCase() + rest.join('')
  return /^\p{Lu}\p{Ll}+$/u.test(word) && hasWord(prose, word.toLowerCase())
    ? first.toLowerCase() + rest.join('')
    : long
}
