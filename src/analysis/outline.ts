import { type Abbreviation, findAbbreviations } from '../manuscript/abbreviations.ts'
import type { CitekeyAlias, Label, Manuscript } from '../manuscript/manuscript.ts'
import { memoByObject } from '../text/memo.ts'
import { introducedIn } from './introduced.ts'
import { singularOf } from './short-forms.ts'
import { hasWord } from './words.ts'

/** What other manuscripts can see of this one. */
export interface Outline {
  readonly labels: readonly Label[]
  readonly citedKeys: readonly string[]
  readonly aliases: readonly CitekeyAlias[]
  readonly headingIdentifiers: readonly string[]
  /** Whether it says what a short form stands for; looked up when first asked. */
  explains(name: string): boolean
  /** Where it first defines a short form, without a plural s. */
  definitionOf(name: string): Abbreviation | undefined
  /** Whether a word stands in it, in prose or elsewhere. */
  mentions(word: string): boolean
}

export const outlineOf = memoByObject((manuscript: Manuscript): Outline => {
  const { labels, citations, aliases, headings, text } = manuscript
  const cited = citations.flatMap(citation =>
    citation.items.filter(item => !item.crossReference).map(item => item.citekey),
  )
  return {
    labels,
    aliases,
    citedKeys: [...new Set(cited)],
    headingIdentifiers: headings.flatMap(({ identifier }) => identifier ?? []),
    explains: name => explainedIn(manuscript).has(name),
    definitionOf: name => definedIn(manuscript).find(({ short }) => singularOf(short) === name),
    mentions: word => hasWord(text, word),
  }
})

const definedIn = memoByObject(findAbbreviations)

const explainedIn = memoByObject((manuscript: Manuscript): ReadonlySet<string> => {
  const defined = definedIn(manuscript).map(({ short }) => singularOf(short))
  return new Set([...defined, ...introducedIn(manuscript)])
})
