import type { Heading } from '../manuscript.ts'

/**
 * Headings with the identifiers that Pandoc makes for those that have none (its manual, extension `auto_identifiers`): the
 * text in lower case from its first letter on, with hyphens for blanks and without punctuation; a number tells equal ones apart.
 */
export function withIdentifiers(headings: readonly Heading[]): readonly Heading[] {
  const taken = new Set(headings.flatMap(({ identifier }) => identifier ?? []))
  const counts = new Map<string, number>()
  return headings.map(heading => {
    if (heading.identifier !== undefined) return heading
    const base = identifierOf(heading.text)
    let identifier = base
    for (let count = counts.get(base) ?? 0; taken.has(identifier); ) {
      count++
      identifier = `${base}-${count}`
      counts.set(base, count)
    }
    taken.add(identifier)
    return { ...heading, identifier }
  })
}

/** The identifier that a heading’s text gives, before those of other headings are looked at. */
export function identifierOf(text: string): string {
  const bare = plainText(text)
    .replace(/[^\p{L}\p{N}\s_.-]/gu, '')
    .trim()
    .replace(/\s+/g, '-')
    .toLowerCase()
    .replace(/^[^\p{L}]+/u, '')
  return bare || 'section'
}

/** The text without footnotes, HTML, and the addresses of links. */
export const plainText = (text: string): string =>
  text
    .replace(/\[\^[^\]\s]+\]/g, '')
    .replace(/\]\([^()\s]*\)|\]\[[^[\]]*\]/g, ']')
    .replace(/<[^<>]*>/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
