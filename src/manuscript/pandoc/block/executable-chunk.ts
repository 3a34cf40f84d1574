import { lineEnd } from '../scan.ts'

const HEADER = /^\{[A-Za-z][^`\n]*\}[ \t]*$/

/** `{r label, echo=FALSE}` to the end of its line: the index after it, or -1. */
export function executableHeader(text: string, index: number): number {
  if (text.charCodeAt(index) !== 123) return -1
  const end = lineEnd(text, index)
  return HEADER.test(text.slice(index, end)) ? end : -1
}
