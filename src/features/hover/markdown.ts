/** No single piece of a file's text makes a hover longer than this. */
const LONGEST = 2000

/**
 * Text of a file, made safe to stand in Markdown: one line, nothing in it is markup, an HTML tag, a link, an image or an icon.
 * Line ends (a lone carriage return too) and control characters become spaces, so that no text can leave its paragraph.
 */
export function plain(text: string): string {
  const line = cut(text)
    .replace(/[\p{Cc}\u2028\u2029\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .trim()
  return line
    .replace(/[\\`*_{}[\]()<>#|~$&@!^]/g, '\\$&')
    .replace(/:(?=\/)/g, '\\:')
    .replace(/(?<=www)\./gi, '\\.')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)\./, '$1\\.')
}

export const bold = (text: string): string => (text.trim() === '' ? '' : `**${plain(text)}**`)

export const italic = (text: string): string => (text.trim() === '' ? '' : `*${plain(text)}*`)

/** A link to the web; an address that is not `http` or `https` leaves the text alone. */
export function link(text: string, address: string): string {
  const safe = webAddress(address)
  return safe === undefined ? plain(text) : `[${plain(text)}](${safe})`
}

/** The address as it may stand in a link, or nothing when it does not lead to the web. */
export function webAddress(address: string): string | undefined {
  if (address.length > LONGEST) return undefined
  try {
    const url = new URL(address)
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined
    return url.href.replace(/[()<>[\]\\`*_$ ]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
  } catch {
    return undefined
  }
}

/** Paragraphs, the empty ones left out. */
export const paragraphs = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join('\n\n')

const cut = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`)
