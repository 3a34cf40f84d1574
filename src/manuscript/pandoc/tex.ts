import { isAsciiLetter } from './characters.ts'
import type { NextOf } from './html.ts'
import { skipBlanks } from './scan.ts'

/** A TeX command with its arguments, or an environment: the index after it, or -1. Source: Pandoc manual, `raw_tex`. */
export function readTex(text: string, index: number, limit: number, next: NextOf): number {
  if (text.charCodeAt(index) !== 92 || !isAsciiLetter(text.charCodeAt(index + 1))) return -1
  const nameEnd = commandEnd(text, index + 1, limit)
  const name = text.slice(index + 1, nameEnd)
  if (name === 'begin') return readEnvironment(text, index, limit, next)
  if (name === 'end') return -1
  return readArguments(text, nameEnd, limit)
}

/** `\begin{name}` up to the `\end{name}` that closes it: the index after that, or -1. */
export function readEnvironment(text: string, index: number, limit: number, next: NextOf): number {
  const opening = BEGIN.exec(text.slice(index, Math.min(limit, index + 200)))
  if (!opening) return -1
  const name = opening[1]!
  const begin = `\\begin{${name}}`
  const end = `\\end{${name}}`
  let open = 1
  let at = index + opening[0].length
  while (open > 0) {
    const close = next(end, at)
    if (close < 0 || close + end.length > limit) return -1
    const nested = next(begin, at)
    if (nested >= 0 && nested < close) {
      open++
      at = nested + begin.length
    } else {
      open--
      at = close + end.length
    }
  }
  return at
}

const BEGIN = /^\\begin[ \t]*\{([^{}\n]*)\}/

/** Letters of a command name and an asterisk. */
function commandEnd(text: string, index: number, limit: number): number {
  let end = index
  while (end < limit && isAsciiLetter(text.charCodeAt(end))) end++
  return text.charCodeAt(end) === 42 && end < limit ? end + 1 : end
}

/** `[…]` and `{…}` after a command; blanks after the command's name belong to it. */
function readArguments(text: string, index: number, limit: number): number {
  let end = skipBlanks(text, index, limit)
  for (let at = end; at >= 0; ) {
    end = at
    const from = text.charCodeAt(at) === 91 || text.charCodeAt(at) === 123 ? at : -1
    at = from < 0 ? -1 : balanced(text, from, limit)
  }
  return end
}

/** From an opening brace or bracket to the index after the one that closes it, escapes and inner braces passed over; or -1. */
export function balanced(text: string, index: number, limit: number): number {
  const bracket = text.charCodeAt(index) === 91
  let braces = bracket ? 0 : 1
  for (let at = index + 1; at < limit; at++) {
    const code = text.charCodeAt(at)
    if (code === 92) at++
    else if (code === 123) braces++
    else if (code === 125) {
      if (--braces < 0) return -1
      if (braces === 0 && !bracket) return at + 1
    } else if (code === 93 && bracket && braces === 0) return at + 1
    else if (code === 10 && text.charCodeAt(at + 1) === 10) return -1
  }
  return -1
}
