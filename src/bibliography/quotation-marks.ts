const LETTER = '\\p{L}\\p{M}\\p{N}'
/** A mark that opens stands before something and not in a word, one that closes behind something. */
const STRAIGHT = new RegExp(`(?<![${LETTER}])(["'])(?=\\S)([^"']{1,300}|[^"]{1,300}?)(?<=\\S)\\1(?![${LETTER}])`, 'gu')
const SINGLE = new RegExp(`(?<![${LETTER}])‘([^‘’“”]{1,300})’(?![${LETTER}])`, 'gu')
/** Stands for a tag while quotation marks are looked for: a private-use character that no text has. */
const TAG = '\uE002'

/**
 * A text with its straight quotation marks as they are printed, since CSL leaves them to the processor: “…”, and ‘…’
 * inside of those; single ones on their own become double, and an apostrophe is ’. What pairs with nothing stays, and so
 * do the attributes of tags.
 */
export function curlyQuotes(text: string): string {
  if (!/["'‘]/.test(text)) return text
  const tags = text.includes('<') ? (text.match(/<[^<>]*>/g) ?? []) : []
  const bare = tags.length > 0 ? text.replace(/<[^<>]*>/g, TAG) : text
  const quoted = bare
    .replace(STRAIGHT, (_, _mark: string, inside: string) => `“${inner(inside)}”`)
    .replace(SINGLE, (all, inside: string, at: number, whole: string) => (isQuoted(whole, at) ? all : `“${inside}”`))
    .replaceAll("'", '’')
  let next = 0
  return tags.length > 0 ? quoted.replaceAll(TAG, () => tags[next++] ?? '') : quoted
}

const inner = (text: string): string => text.replace(STRAIGHT, (_, _mark: string, inside: string) => `‘${inside}’`)

/** Whether a quotation is open at a place. */
const isQuoted = (text: string, at: number): boolean => text.lastIndexOf('“', at) > text.lastIndexOf('”', at)
