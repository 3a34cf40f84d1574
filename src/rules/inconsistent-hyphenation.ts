import type { Word } from '../analysis/words.ts'
import { choice } from '../settings/setting.ts'
import { defineRule, type Finding } from './rule.ts'
import { termsOfTwoWays } from './terms-of-two-ways.ts'
import { PREFIX, wordsOfTwoWays } from './words-of-two-ways.ts'

/** “Up- or down-regulated”: the hyphen before asks for this one. */
const SUSPENDED = /\p{L}-,?\s+(?:and|or|to|vs\.?|versus)\s+$/u

export const inconsistentHyphenation = defineRule({
  id: 'inconsistent-hyphenation',
  summary: 'A word with a prefix is hyphenated everywhere or nowhere.',
  why: 'Premetastatic and pre-metastatic look like two things, and a search finds only one of them.',
  severity: 'warning',
  since: '0.1.0',
  options: {
    non: choice(
      'How “non” is written before a word: as that word mostly has it here (“consistent”), always with a hyphen (“hyphen”, as NICE asks), or always closed up (“closed”, as the AMA Manual of Style has it).',
      ['consistent', 'hyphen', 'closed'],
      'consistent',
    ),
  },
  examples: [
    {
      shows: 'a hyphen that other uses lack',
      files: `
//- paper.md
The premetastatic niche forms. A premetastatic niche attracts cells. The pre-metastatic niche holds them.
                                                                         ^^^^^^^^^^^^^^ warning inconsistent-hyphenation: “pre-metastatic” is written “premetastatic” elsewhere in this manuscript (2 times).
`,
    },
    {
      shows: 'a term that is one word elsewhere',
      files: `
//- paper.md
Cells enter the bloodstream. In the bloodstream they die. The blood stream carries them.
                                                              ^^^^^^^^^^^^ warning inconsistent-hyphenation: “blood stream” is written “bloodstream” elsewhere in this manuscript (2 times).
`,
    },
  ],

  *check(analysis, { non }) {
    const { manuscript } = analysis
    const families = new Map<string, Family>()
    for (const word of wordsOfTwoWays(manuscript)) {
      if (!word.value.prefixed) continue
      const { key, way } = word.value.prefixed
      const at = word.span.start
      if (SUSPENDED.test(manuscript.prose.slice(Math.max(0, at - 12), at))) continue
      if (non !== 'consistent' && key.startsWith('non-')) {
        yield* askedOf(word, way, non)
        continue
      }
      const family = families.get(key) ?? { open: [], closed: [] }
      families.set(key, family)
      family[way].push(word)
    }
    for (const { open, closed } of families.values()) {
      if (open.length === 0 || closed.length === 0) continue
      const fewer = open.length < closed.length || (open.length === closed.length && !asksForHyphen(open[0]!, families))
      const [wrong, right] = fewer ? [open, closed] : [closed, open]
      for (const { text, span } of wrong) {
        const [, prefix, rest] = PREFIX.exec(text.toLowerCase())!
        const other =
          wrong === open ? text.replace('-', '') : `${text.slice(0, prefix!.length)}-${text.slice(-rest!.length)}`
        yield finding({ text, span }, other, right.length)
      }
    }
    for (const term of termsOfTwoWays(analysis)) yield finding(term, term.other, term.times)
  },
})

function finding({ text, span }: Word, other: string, times: number): Finding {
  const often = times === 1 ? 'once' : `${times} times`
  const message = `“${text}” is written “${other}” elsewhere in this manuscript (${often}).`
  return { span, message, fixes: [{ title: `Write “${other}”`, edits: [{ span, newText: other }], safe: false }] }
}

/** Words that “non” has grown into. */
const GROWN = /^non(?:sense|etheless|agenar|parous|pareil|plus|chalan|descript)/i

/** A word with “non” that is written otherwise than the project asks for; before a capital there is always a hyphen. */
function* askedOf({ text, span }: Word, way: 'open' | 'closed', asked: 'hyphen' | 'closed'): Iterable<Finding> {
  if ((way === 'open') === (asked === 'hyphen') || GROWN.test(text) || /-\p{Lu}/u.test(text)) return
  const newText = asked === 'hyphen' ? `${text.slice(0, 3)}-${text.slice(3)}` : text.replace('-', '')
  const message = `“${text}” is written ${asked === 'hyphen' ? 'without' : 'with'} a hyphen; this project asks for “${newText}”.`
  yield { span, message, fixes: [{ title: `Write “${newText}”`, edits: [{ span, newText }], safe: false }] }
}

/** A word with a prefix, in both ways of writing it. */
interface Family {
  readonly open: Word[]
  readonly closed: Word[]
}

/**
 * Whether a word that is as often written closed up should have its hyphen: where two vowels would meet (“re-expression”),
 * or where the manuscript has other words with the prefix in the open way alone. Otherwise styles close it up.
 */
function asksForHyphen({ text }: Word, families: ReadonlyMap<string, Family>): boolean {
  const [, prefix, rest] = PREFIX.exec(text.toLowerCase())!
  if (/[aeiou]/.test(rest![0]!) && prefix!.endsWith(rest![0]!)) return true
  return [...families].some(
    ([key, { open, closed }]) => key.startsWith(`${prefix}-`) && open.length > 0 && closed.length === 0,
  )
}
