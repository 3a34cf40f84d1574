import { blank, span } from '../inline/reader.ts'
import { skipBlanks } from '../scan.ts'
import { readEnvironment, readTex } from '../tex.ts'
import { type BlockReader, nextIn } from './reader.ts'

const DEFINITIONS =
  /^\\(?:(?:re)?newcommand|providecommand|DeclareMathOperator|(?:re)?newenvironment|newtheorem|def|let|usepackage|include|input)(?![A-Za-z])/

/** An environment, or the definition of a macro. */
export function readTexBlock(reader: BlockReader, index: number): number {
  const { text, inline } = reader
  if (text.charCodeAt(index) !== 92) return -1
  const next = nextIn(reader)
  const end = text.startsWith('\\begin', index)
    ? readEnvironment(text, index, text.length, next)
    : DEFINITIONS.test(text.slice(index, index + 30))
      ? readTex(text, index, text.length, next)
      : -1
  if (end < 0) return -1
  inline.facts.push({ type: 'tex', tex: { value: text.slice(index, end), span: span(inline, index, end) } })
  blank(inline, index, end)
  return skipBlanks(text, end)
}
