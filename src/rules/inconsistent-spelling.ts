import type { Word } from '../analysis/words.ts'
import { type English, isBritishToo, spelledIn } from '../lexicon/national-spellings.ts'
import { otherSpelling } from '../lexicon/spelling.ts'
import { choice } from '../settings/setting.ts'
import { shift } from '../text/span.ts'
import { defineRule, type Finding } from './rule.ts'
import { wordsOfTwoWays } from './words-of-two-ways.ts'

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
    const families = new Map<string, { british: Word[]; american: Word[] }>()
    for (const { span, value } of wordsOfTwoWays(manuscript)) {
      for (const { stem, english, text, from } of value.paired) {
        const family = families.get(stem) ?? { british: [], american: [] }
        families.set(stem, family)
        family[english].push({ text, span: shift({ start: from, end: from + text.length }, span.start) })
      }
    }
    for (const { british, american } of families.values()) {
      const isEither =
        asked === 'majority' ||
        (prefer === 'lang' && asked === 'british' && american.some(({ text }) => isBritishToo(text.toLowerCase())))
      const wrong = isEither ? minority(british, american) : asked === 'american' ? british : american
      const right = wrong === british ? american : british
      const wanted = wrong === british ? 'american' : 'british'
      for (const word of wrong) {
        // A rule that makes one spelling of the other is right about words of which there are both.
        if (right.length > 0) yield finding(word, otherSpelling(word.text.toLowerCase())![wanted], wanted, right.length)
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

/** Of two spellings the one used less; of a tie the one that comes second. */
function minority(one: readonly Word[], other: readonly Word[]): readonly Word[] {
  if (one.length !== other.length) return one.length < other.length ? one : other
  return (one[0]?.span.start ?? 0) > (other[0]?.span.start ?? 0) ? one : other
}

function* alone(word: Word, wanted: English): Iterable<Finding> {
  const other = spelledIn(wanted, word.text.toLowerCase())
  if (other !== undefined) yield finding(word, other, wanted, 0)
}

function finding({ text, span }: Word, other: string, wanted: English, others: number): Finding {
  const written = /^\p{Lu}/u.test(text) ? other.charAt(0).toUpperCase() + other.slice(1) : other
  const where =
    others === 0
      ? `should be “${written}” in ${wanted === 'british' ? 'British' : 'American'} English`
      : `is spelled “${written}” elsewhere in this manuscript (${others === 1 ? 'once' : `${others} times`})`
  return {
    span,
    message: `“${text}” ${where}.`,
    fixes: [{ title: `Write “${written}”`, edits: [{ span, newText: written }], safe: false }],
  }
}
