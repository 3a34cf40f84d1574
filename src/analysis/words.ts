import type { Manuscript } from '../manuscript/manuscript.ts'
import { scopesOf } from '../manuscript/scopes.ts'
import type { Span } from '../text/span.ts'

/** A word of the prose that its author chose: not in quotation marks, not part of a name. */
export interface Word {
  readonly text: string
  readonly span: Span
}

const WORD = /(?<![\p{L}\p{N}_@#\\/.-])\p{L}+(?:-\p{L}+)*(?![\p{L}\p{N}_@]|\.\p{L}|-\p{N})/gu
const QUOTED = /“[^”]{0,300}”|"[^"\n]{0,300}"/g

const found = new WeakMap<Manuscript, readonly Word[]>()

/** The words of a manuscript outside of its back matter, quotations and names, in order. */
export function wordsOf(manuscript: Manuscript): readonly Word[] {
  let words = found.get(manuscript)
  if (!words) found.set(manuscript, (words = read(manuscript)))
  return words
}

function read(manuscript: Manuscript): Word[] {
  return scopesOf(manuscript).flatMap(({ scope, span, prose }) => {
    if (scope === 'back') return []
    const plain = prose.replace(QUOTED, quoted => ' '.repeat(quoted.length))
    return [...plain.matchAll(WORD)].flatMap(({ 0: text, index }) => {
      if (/^\p{Lu}/u.test(text) && isNamed(plain, index, text.length, scope === 'heading')) return []
      const start = span.start + index
      return [{ text, span: { start, end: start + text.length } }]
    })
  })
}

/** Whether a capital does not come from the beginning of a sentence. */
function isNamed(prose: string, index: number, length: number, heading: boolean): boolean {
  const before = prose.slice(Math.max(0, index - 4), index)
  const after = prose.slice(index + length, index + length + 2)
  if (/^\s\p{Lu}/u.test(after)) return true
  return !heading && !/(?:^|[.!?:]["”’)*_]*\s+|^[\s*_#>("“]*)$/.test(before)
}
