import type { Spanned } from '../../text/span.ts'
import type { FrontMatter } from '../front-matter.ts'
import type { Citation, CitekeyAlias } from '../manuscript.ts'

/** `[@tag:x]: doi:10.1/y` at the beginning of a line names an identifier (Manubot's “citekey aliases”). */
const DEFINITION = /(?<=^|[\r\n])[ \t]{0,3}\[@([^\]\s]+)\]:[ \t]*([^\s]+)/g

/** The aliases that a manuscript gives, in its text and in `pandoc.citekey-aliases` of its metadata. */
export function aliasesOf(text: string, citations: readonly Citation[], { data, span }: FrontMatter): CitekeyAlias[] {
  const aliases: CitekeyAlias[] = []
  const cited = new Map(citations.map(citation => [citation.span.start, citation]))
  for (const found of text.matchAll(DEFINITION)) {
    const open = found.index + found[0].indexOf('[')
    const item = cited.get(open)?.items[0]
    if (!item || item.citekey !== found[1]!.replace(/^\{(.*)\}$/, '$1')) continue
    const end = found.index + found[0].length
    const identifier: Spanned<string> = { value: found[2]!, span: { start: end - found[2]!.length, end } }
    aliases.push({ citekey: item.citekey, span: { start: open, end }, citekeySpan: item.citekeySpan, identifier })
  }
  const inMetadata =
    (data.pandoc as Record<string, unknown> | null | undefined)?.['citekey-aliases'] ?? data['citekey-aliases']
  if (!span || typeof inMetadata !== 'object' || inMetadata === null) return aliases
  for (const [citekey, value] of Object.entries(inMetadata)) {
    if (typeof value !== 'string') continue
    const at = text.indexOf(citekey, span.start)
    const citekeySpan = at >= 0 && at < span.end ? { start: at, end: at + citekey.length } : span
    aliases.push({ citekey, span: citekeySpan, citekeySpan, identifier: { value, span: citekeySpan } })
  }
  return aliases
}
