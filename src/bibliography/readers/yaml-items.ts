import { CONFLICT_LINE } from '../../text/conflict.ts'
import type { Span } from '../../text/span.ts'

/** Where the items of a list stand, and where the text goes on after it. */
export interface YamlList {
  readonly items: readonly Span[]
  readonly end: number
}

/**
 * The items of a CSL-YAML text: each begins with a hyphen in the column of the first one. A line that has lost its
 * indentation does not end the list when more items follow it, nor do the markers of a merge conflict.
 */
export function yamlItems(text: string): YamlList | undefined {
  const head = /^references:[ \t]*(?:#[^\n]*)?\r?\n/m.exec(text)
  const line = /^([ ]*)(-(?=\s)|---[ \t]*\r?$|#|[^\s#-]|-\S|$)/gm
  line.lastIndex = head ? head.index + head[0].length : 0
  const items: Span[] = []
  let indent = -1
  let start = -1
  let next = -1
  let end = text.length
  const close = (to: number): void => {
    if (start >= 0) items.push({ start, end: start + text.slice(start, to).trimEnd().length })
    start = -1
  }
  for (let found = line.exec(text); found; found = line.exec(text)) {
    if (found[0] === '') line.lastIndex++
    const [, space = '', mark] = found
    if (mark === '-' && (indent < 0 || space.length === indent)) {
      close(found.index)
      indent = space.length
      start = found.index + indent
    } else if (indent >= 0 && mark && isDocumentEnd(found[0])) {
      end = found.index
      break
    } else if (mark && mark !== '#' && !mark.startsWith('---') && space.length <= Math.max(indent, 0)) {
      if (found.index < next || CONFLICT_LINE.test(lineAt(text, found.index))) continue
      if (indent < 0) return undefined
      next = nextItem(text, found.index, indent)
      if (next >= 0) continue
      end = found.index
      break
    }
  }
  close(end)
  if (indent < 0) return /^references:\s*\[\s*\]/m.test(text) ? { items: [], end } : undefined
  return { items, end }
}

/** What ends a document of YAML; what stands behind it, such as the text of a manuscript, is none of the list. */
export const isDocumentEnd = (line: string): boolean => /^(?:---|\.\.\.)[ \t]*\r?$/.test(line)

/** Fields that hold a list or a map, and so stand with nothing after their colon, without being another list. */
const NESTED =
  /^(?:author|editor|translator|[\w-]+-(?:author|editor|date)|issued|accessed|submitted|director|recipient|custom):/

/** A field with a value, and a deeper one on the next line: no YAML, so that it was not meant to end a list. */
const ASTRAY = /[^\s#-][^\r\n:]*:[ \t]+\S[^\r\n]*\r?\n[ \t]+[\w-]+:/y

/** Up to where the lines after one that should end the list belong to it; nowhere when it ends, or when another list has a name before it. */
function nextItem(text: string, from: number, indent: number): number {
  const next = /^(?:( *)-[ \t]+(?:\{[ \t]*)?["']?[\w-]+["']?:|[^\s#-][^\r\n:]*:[ \t]*(?:#[^\r\n]*)?\r?$|---|\.\.\.)/gm
  ASTRAY.lastIndex = from
  if (ASTRAY.test(text)) return ASTRAY.lastIndex
  next.lastIndex = from
  for (let found = next.exec(text); found; found = next.exec(text)) {
    if (found[1]?.length === indent) return found.index
    if (found[1] === undefined && !NESTED.test(found[0])) return -1
  }
  return -1
}

function lineAt(text: string, start: number): string {
  const end = text.slice(start, start + 200).search(/[\r\n]/)
  return text.slice(start, end < 0 ? start + 200 : start + end)
}
