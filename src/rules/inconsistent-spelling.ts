import type { Word } from '../analysis/words.ts'
import { type English, isBritishToo, spelledIn } from '../lexicon/national-spellings.ts'
import { choice } from '../settings/setting.ts'
import { shift } from '../text/span.ts'
import { defineRule, type Finding } from './rule.ts'
import { isEitherInBritain, spellingsOf, wordsOfTwoWays } from './words-of-two-ways.ts'

export const inconsistentSpelling = defineRule({
  id: 'inconsistent-spelling',
  summary: 'A word has one spelling throughout: tumor or tumour.',
  why: 'Journals take either English and ask for one; co-authors mix them without noticing.',
  severity: 'warning',
  since: '0.1.0',
  options: {
    prefer: choice(
      'Which spelling is kept: that of the manuscript’s `lang:` (`en-US`, `en-GB`, …) or else the one used more often (“lang”), the one used more often whatever `lang:` says (“majority”), or always one English.',
      ['lang', 'majority', 'american', 'british'],
      'lang',
    ),
  },
  examples: [
    {
      shows: 'the one word that is spelled the other way',
      files: `
//- paper.md
The tumor grew. Each tumor was weighed. The tumour shrank.
                                            ^^^^^^ warning inconsistent-spelling: “tumour” is spelled “tumor” elsewhere in this manuscript (2 times).
`,
    },
    {
      shows: 'a spelling of another English than the metadata names',
      files: `
//- paper.md
---
lang: en-GB
---

The tumor was weighed.
    ^^^^^ warning inconsistent-spelling: “tumor” should be “tumour” in British English.
`,
    },
  ],

  *check({ manuscript }, { prefer }) {
    const asked = prefer === 'lang' ? englishOf(manuscript.frontMatter.data.lang) : prefer
    const families = new Map<string, Family>()
    for (const { span, value } of wordsOfTwoWays(manuscript)) {
      for (const { stem, english, text, from } of value.paired) {
        const family = families.get(stem) ?? { stem, british: [], american: [] }
        families.set(stem, family)
        family[english].push({ text, span: shift({ start: from, end: from + text.length }, span.start) })
      }
    }
    for (const family of families.values()) {
      const { british, american } = family
      const isEither =
        asked === 'majority' ||
        (prefer === 'lang' && asked === 'british' && american.some(({ text }) => isRightInBritain(text.toLowerCase())))
      const wrong = isEither ? minority(family, families) : asked === 'american' ? british : american
      const right = wrong === british ? american : british
      const wanted = wrong === british ? 'american' : 'british'
      for (const word of wrong) {
        // A rule that makes one spelling of the other is right about words of which there are both.
        if (right.length > 0) yield finding(word, spellingsOf(word.text.toLowerCase())![wanted], wanted, right)
        else if (!isEither) yield* alone(word, wanted)
      }
    }
  },
})

/** The English that a language tag names, if readers of it agree on one; Canadian English has both. */
function englishOf(tag: unknown): 'american' | 'british' | 'majority' {
  if (typeof tag !== 'string') return 'majority'
  if (/^en[-_]US\b/i.test(tag)) return 'american'
  return /^en[-_](?:GB|UK|IE|AU|NZ|ZA|IN)\b/i.test(tag) ? 'british' : 'majority'
}

const isRightInBritain = (american: string): boolean => isBritishToo(american) || isEitherInBritain(american)

/** A word in both spellings. */
interface Family {
  readonly stem: string
  readonly british: Word[]
  readonly american: Word[]
}

/**
 * Of two spellings the one used less; of a tie that of the English in which fewer other words are spelled, or else the one
 * that comes second.
 */
function minority(family: Family, families: ReadonlyMap<string, Family>): readonly Word[] {
  const { british, american } = family
  if (british.length === 0 || american.length === 0) return british.length === 0 ? british : american
  if (british.length !== american.length) return british.length < american.length ? british : american
  const lean = leanOf(families, isIze(family))
  if (lean !== 0) return lean < 0 ? british : american
  return british[0]!.span.start > american[0]!.span.start ? british : american
}

/** Whether -ise or -ize is in question, which goes with no other spelling: Oxford writes “tumour” and “organize”. */
const isIze = ({ stem }: Family): boolean => /iz$/.test(stem)

/** How many words are spelled in British English rather than in American; only those count of which dictionaries are sure. */
function leanOf(families: ReadonlyMap<string, Family>, ize: boolean): number {
  let lean = 0
  for (const family of families.values()) {
    if (isIze(family) !== ize) continue
    for (const { text } of family.british) if (spelledIn('american', text.toLowerCase()) !== undefined) lean++
    for (const { text } of family.american) {
      const word = text.toLowerCase()
      if (spelledIn('british', word) !== undefined || (ize && isBritishToo(word))) lean--
    }
  }
  return lean
}

function* alone(word: Word, wanted: English): Iterable<Finding> {
  const other = spelledIn(wanted, word.text.toLowerCase())
  if (other !== undefined) yield finding(word, other, wanted, [])
}

function finding({ text, span }: Word, other: string, wanted: English, others: readonly Word[]): Finding {
  const written = /^\p{Lu}/u.test(text) ? other.charAt(0).toUpperCase() + other.slice(1) : other
  const times = others.length === 1 ? 'once' : `${others.length} times`
  const like = others[0]?.text.toLowerCase()
  const isSame = others.some(word => stripped(word.text) === stripped(other))
  const where =
    like === undefined
      ? `should be “${written}” in ${wanted === 'british' ? 'British' : 'American'} English`
      : isSame
        ? `is spelled “${written}” elsewhere in this manuscript (${times})`
        : `should be “${written}”, as “${like}” is spelled elsewhere in this manuscript (${times})`
  return {
    span,
    message: `“${text}” ${where}.`,
    fixes: [{ title: `Write “${written}”`, edits: [{ span, newText: written }], safe: false }],
  }
}

const stripped = (word: string): string => word.toLowerCase().replace(/s$/, '')
