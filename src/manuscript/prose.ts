import type { Span } from '../text/span.ts'

/** `text` at the same length, with blanks for what is no prose. Line ends stay. `nonProse` is in order, without overlaps. */
export function maskProse(text: string, nonProse: readonly Span[]): string {
  const parts: string[] = []
  let position = 0
  for (const { start, end } of nonProse) {
    parts.push(text.slice(position, start), text.slice(start, end).replace(/[^\r\n]/g, ' '))
    position = end
  }
  parts.push(text.slice(position))
  return parts.join('')
}

/** An address or an e-mail address that is written out; what ends the sentence stays. */
const ADDRESS =
  /(?:(?:https?|ftp):\/\/|(?<![\p{L}\p{N}.])www\.|(?<![\p{L}\p{N}.-])[\w.+-]{1,64}@(?=[\w-]+\.\w))[^\s<>"“”|]*[^\s<>"“”|.,;:!?)\]}'’*_]/giu
const MARK = /:\/\/|www\.|@/i

/** A prose with blanks for the addresses in it, which no dialect has to make links of. */
export const maskAddresses = (prose: string): string =>
  MARK.test(prose) ? prose.replace(ADDRESS, address => ' '.repeat(address.length)) : prose
