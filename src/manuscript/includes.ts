import type { Spanned } from '../text/span.ts'
import type { Manuscript } from './manuscript.ts'

/** The files that Quarto's `{{< include file >}}` names, each with its place; what stands in code does not count. */
export function includesOf({ text, prose }: Pick<Manuscript, 'text' | 'prose'>): readonly Spanned<string>[] {
  const includes: Spanned<string>[] = []
  if (!text.includes('{{<')) return includes
  for (const found of text.matchAll(/^\{\{<[ \t]*include[ \t]+([^\s>]+)[ \t]*>\}\}/gm)) {
    if (!prose.startsWith('{{<', found.index)) continue
    const start = found.index + found[0].indexOf(found[1]!, 10)
    includes.push({ value: found[1]!, span: { start, end: start + found[1]!.length } })
  }
  return includes
}
