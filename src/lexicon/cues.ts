import { overlaps, type Span } from '../text/span.ts'
import type { Concept } from './concept.ts'
import { spellingsOf } from './spelling.ts'
import { foldedTokens } from './tokens.ts'

/** A cue made ready: what it looks for, and the letters that a text must hold for that to be there. */
interface Ready {
  readonly expression: RegExp
  readonly beginning: string
  readonly cased: boolean
}

const ready = new Map<string, Ready>()

/**
 * How much a paragraph speaks for `concept` outside of `span`: the number of its supporting cues found less that of the
 * opposing ones; nothing when it does not speak for it. A concept without supporting cues needs only that none opposes.
 */
export function support(concept: Concept, paragraph: Paragraph, span: Span): number | undefined {
  if (!concept.cues) return undefined
  const { supporting, opposing } = paragraph.cuesOf(concept.cues)
  const found = (cues: readonly Places[]) => cues.filter(places => places.some(place => !overlaps(place, span))).length
  if (concept.cues.supporting.length === 0)
    return concept.cues.opposing.length > 0 && found(opposing) === 0 ? 0 : undefined
  const supported = found(supporting)
  if (supported === 0) return undefined
  const balance = supported - found(opposing)
  return balance > 0 ? balance : undefined
}

type Places = readonly Span[]
type Cues = NonNullable<Concept['cues']>

/** A stretch of prose in which cues are looked for, those of a concept once. */
export interface Paragraph {
  /** The places of each cue that stands in the paragraph, in offsets of the whole prose; most have none and are left out. */
  cuesOf(cues: Cues): { readonly supporting: readonly Places[]; readonly opposing: readonly Places[] }
}

export function paragraphOf(prose: string, start: number, end: number): Paragraph {
  const text = prose.slice(start, end)
  const lower = text.toLowerCase()
  const known = new Map<Cues, ReturnType<Paragraph['cuesOf']>>()
  const placed = (cues: readonly string[]): Places[] =>
    cues.map(cue => placesOf(cue, text, lower, start)).filter(places => places.length > 0)
  return {
    cuesOf(cues) {
      let found = known.get(cues)
      if (!found) {
        const supporting = placed(cues.supporting)
        // What opposes matters only where something supports, or nothing has to.
        const opposing = supporting.length > 0 || cues.supporting.length === 0 ? placed(cues.opposing) : []
        known.set(cues, (found = { supporting, opposing }))
      }
      return found
    },
  }
}

/** The first places of a cue; three are enough to know of one outside a mention that could hold two. */
function placesOf(cue: string, text: string, lower: string, offset: number): Span[] {
  let made = ready.get(cue)
  if (!made) ready.set(cue, (made = prepared(cue)))
  const { expression, beginning, cased } = made
  const found: Span[] = []
  // most cues are in few paragraphs
  if (!(cased ? text : lower).includes(beginning)) return found
  expression.lastIndex = 0
  for (let match = expression.exec(text); match && found.length < 3; match = expression.exec(text)) {
    found.push({ start: offset + match.index, end: offset + expression.lastIndex })
    if (expression.lastIndex === match.index) expression.lastIndex++
  }
  return found
}

/** A cue with a capital is compared as written; `*` at its end lets the word go on. */
function prepared(cue: string): Ready {
  const open = cue.endsWith('*')
  const text = open ? cue.slice(0, -1) : cue
  const cased = /\p{Lu}/u.test(text)
  const quoted = (word: string) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  const words = cased
    ? [quoted(text)]
    : foldedTokens(text).map(({ token }) => {
        const spellings = spellingsOf(token).map(quoted)
        return spellings.length > 1 ? `(?:${spellings.join('|')})` : spellings[0]!
      })
  const plural = cased && !open ? 's?' : ''
  const expression = new RegExp(
    `(?<![\\p{L}\\p{N}])${words.join('[\\s\\p{Pd}]{0,3}')}${open ? '' : `${plural}(?![\\p{L}\\p{N}])`}`,
    cased ? 'gu' : 'giu',
  )
  const [first] = cased ? [] : foldedTokens(text)
  const beginning = first ? commonBeginning(spellingsOf(first.token)) : text
  return { expression, beginning: /^[\x00-\x7f]*$/.test(beginning) ? beginning : '', cased }
}

function commonBeginning(words: readonly string[]): string {
  let common = words[0]!
  for (const word of words) while (!word.startsWith(common)) common = common.slice(0, -1)
  return common
}
