import type { Span } from '../../text/span.ts'

/**
 * The YAML block that begins a text: `---`, not followed by a blank line, up to a line `---` or `...` (Pandoc's manual,
 * extension `yaml_metadata_block`). While the closing fence is missing there is no front matter, so that typing one does not
 * turn the rest of the manuscript into metadata.
 */
export function findFrontMatter(text: string): { span: Span; content: Span } | undefined {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const opening = /---[ \t]*(?:\r\n|\n|\r)(?![ \t]*(?:[\r\n]|$))/y
  opening.lastIndex = start
  if (!opening.test(text)) return undefined

  const line = /[^\r\n]*(?:\r\n|\n|\r|$)/y
  const content = opening.lastIndex
  for (let position = content; position < text.length; ) {
    line.lastIndex = position
    const [found] = line.exec(text)!
    if (/^(?:---|\.\.\.)\s*$/.test(found)) {
      const fence = position + found.trimEnd().length
      return { span: { start, end: fence }, content: { start: content, end: position } }
    }
    position += found.length
  }
  return undefined
}
