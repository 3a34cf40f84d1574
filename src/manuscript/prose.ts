import { merged, type Span } from '../text/span.ts'

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

/** By what is in every address, what stands before that in one: its scheme, nothing, or the name before an “@”. */
const BEGINNINGS: readonly (readonly [mark: string, before: RegExp])[] = [
  ['://', /(?:https?|ftp)$/i],
  ['www.', /(?<![\p{L}\p{N}.])$/u],
  ['@', /(?<![\p{L}\p{N}.-])[\w.+-]{1,64}$/u],
]
/** What stands behind the mark; what ends the sentence is no part of it. */
const HOST = /(?=[\w-]+\.\w)[^\s<>"“”|]*[^\s<>"“”|.,;:!?)\]}'’*_]/y
const REACH = 66

/** A prose with blanks for the addresses and e-mail addresses that are written out in it, which no dialect has to make links of. */
export function maskAddresses(prose: string): string {
  const addresses: Span[] = []
  for (const [mark, before] of BEGINNINGS) {
    for (let at = prose.indexOf(mark); at >= 0; at = prose.indexOf(mark, at + mark.length)) {
      const lead = before.exec(prose.slice(Math.max(0, at - REACH), at))
      HOST.lastIndex = at + mark.length
      const host = lead && HOST.exec(prose)
      if (host) addresses.push({ start: at - lead[0].length, end: at + mark.length + host[0].length })
    }
  }
  return addresses.length === 0 ? prose : maskProse(prose, merged(addresses))
}
