import { type HtmlTag, isBlockTag, isInlineTag, readTag } from '../html.ts'
import { attempt, blank, DEEPEST_INLINE, type InlineReader, nextOf, span } from './reader.ts'
import { remember } from './remember.ts'

/** A tag or comment within a paragraph. */
export function readHtml(reader: InlineReader, index: number, limit: number): number {
  const tag = tagAt(reader, index, limit)
  if (!tag || !isInlineTag(tag)) return -1
  if (tag.kind === 'close' && tag.name === reader.environment.htmlElement) return -1
  noteTag(reader, tag, index)
  return tag.end
}

/** `<span>…</span>`, whose content is read as Markdown. */
export function readHtmlSpan(reader: InlineReader, index: number, limit: number, flags: number): number {
  const tag = tagAt(reader, index, limit)
  if (tag?.kind !== 'open' || tag.name !== 'span') return -1
  return remember(reader, index, limit, flags, () =>
    attempt(reader, () => spanContent(reader, tag, index, limit, flags)),
  )
}

/** Whether a `</span` comes at all; looked up once for all of a text. */
function isClosed(reader: InlineReader, index: number, limit: number): boolean {
  let known = reader.nextIndex.get('</span')
  if (!known || known.from > index || (known.found >= 0 && known.found < index)) {
    CLOSING_SPAN.lastIndex = index
    known = { from: index, found: CLOSING_SPAN.exec(reader.text)?.index ?? -1 }
    reader.nextIndex.set('</span', known)
  }
  return known.found >= 0 && known.found < limit
}

const CLOSING_SPAN = /<\/span/gi

function spanContent(reader: InlineReader, tag: HtmlTag, index: number, limit: number, flags: number): number {
  if (reader.depth >= DEEPEST_INLINE || !isClosed(reader, tag.end, limit)) return -1
  reader.depth++
  blank(reader, index, tag.end)
  let at = tag.end
  let end = -1
  while (at >= 0 && end < 0) {
    const close = tagAt(reader, at, limit)
    if (close?.kind === 'close' && close.name === 'span') {
      blank(reader, at, close.end)
      end = close.end
    } else at = at < limit ? reader.inline(reader, at, limit, flags) : -1
  }
  reader.depth--
  return end
}

/** Whether a block must begin at a `<`: it begins a block's tag, or closes the element around. */
export function standsBeforeBlockTag(reader: InlineReader, index: number, limit: number): boolean {
  const tag = tagAt(reader, index, limit)
  if (!tag) return false
  return isBlockTag(tag) || (tag.kind === 'close' && tag.name === reader.environment.htmlElement)
}

export const tagAt = (reader: InlineReader, index: number, limit: number): HtmlTag | undefined =>
  index < limit && reader.text.charCodeAt(index) === 60
    ? readTag(reader.text, index, limit, (what, from) => nextOf(reader, what, from))
    : undefined

/** A comment is kept, any tag is no prose. */
function noteTag(reader: InlineReader, tag: HtmlTag, index: number): void {
  if (tag.kind === 'comment') {
    const comment = { value: reader.text.slice(index + 4, tag.end - 3), span: span(reader, index, tag.end) }
    reader.facts.push({ type: 'comment', comment })
  }
  blank(reader, index, tag.end)
}
