import { withParticles } from '../../personal-name.ts'
import type { CslName } from '../../reference.ts'
import { plainText } from './latex.ts'

/**
 * The names of a BibTeX list: `von Last, First`, `von Last, Jr, First`, `First von Last`, and names in braces as they stand.
 * With `useprefix` (an option of BibLaTeX) a particle stays with the family name.
 */
export function readNames(value: string, useprefix = false): CslName[] {
  return splitAtTopLevel(value, ' and ').flatMap(source => {
    const name = readName(source)
    if (!name || Object.keys(name).length === 0) return []
    const { 'dropping-particle': particle, ...rest } = name
    return [withParticles(useprefix && particle ? { ...rest, 'non-dropping-particle': particle } : name)]
  })
}

function readName(source: string): CslName | undefined {
  const text = source.trim()
  if (!text) return undefined
  if (/^others$/i.test(text)) return { literal: 'others' }
  if (isOneGroup(text)) return { literal: plainText(text) }
  const parts = splitAtTopLevel(text, ',').map(part => part.trim())
  if (/^\s*(?:given|family|prefix|suffix|useprefix)[\w-]*\s*=/i.test(text)) return readNamedParts(parts)
  const [first = '', second, third] = parts
  if (second === undefined) return readInOrder(words(first))
  const { particle, last } = splitParticle(words(first))
  return nameOf(last.join(' '), third ?? second, particle.join(' '), third === undefined ? '' : second)
}

/** `First von Last`: the particle is what begins in lower case, the last word is always family name. */
function readInOrder(all: readonly string[]): CslName {
  if (all.length === 1) return nameOf(all[0]!, '', '', '')
  const begin = all.findIndex((word, index) => index < all.length - 1 && isLower(word))
  if (begin < 0) return nameOf(all.at(-1)!, all.slice(0, -1).join(' '), '', '')
  const { particle, last } = splitParticle(all.slice(begin))
  return nameOf(last.join(' '), all.slice(0, begin).join(' '), particle.join(' '), '')
}

function splitParticle(all: readonly string[]): { particle: string[]; last: string[] } {
  let count = 0
  for (let index = 0; index < all.length - 1; index++) if (isLower(all[index]!)) count = index + 1
  if (count > 0 && !isLower(all[0]!)) count = 0
  return { particle: all.slice(0, count), last: all.slice(count) }
}

/** BibLaTeX's extended form, `family=Doe, given=Jane`. */
function readNamedParts(parts: readonly string[]): CslName {
  const values = new Map<string, string>()
  for (const part of parts) {
    const equals = part.indexOf('=')
    if (equals <= 0) continue
    const name = part.slice(0, equals).trim().toLowerCase()
    const value = part.slice(equals + 1).trim()
    const given = name === 'given' ? values.get(name) : undefined
    values.set(name, [given, value.replace(/^"|"$/g, '')].filter(Boolean).join(' '))
  }
  const name = nameOf(
    values.get('family') ?? '',
    values.get('given') ?? '',
    values.get('prefix') ?? '',
    values.get('suffix') ?? '',
  )
  const { 'dropping-particle': particle, ...rest } = name
  return particle && values.get('useprefix') === 'true' ? { ...rest, 'non-dropping-particle': particle } : name
}

function nameOf(family: string, given: string, particle: string, suffix: string): CslName {
  const name: { -readonly [Part in keyof CslName]: CslName[Part] } = {}
  const set = (part: 'family' | 'given' | 'dropping-particle' | 'suffix', value: string): void => {
    const spaced = part === 'given' ? value.replace(INITIALS, all => (all.endsWith('.') ? `${all} ` : all)) : value
    const text = plainText(spaced.replace(FORMULA, '$1'))
    if (text) name[part] = text
  }
  set('family', family)
  set('given', given)
  set('dropping-particle', particle)
  set('suffix', suffix)
  return name
}

/** A group in braces, or an initial that another one follows without a space; in `P.Yu.` none does. */
const INITIALS = /\{(?:[^{}]|\{[^{}]*\})*\}|(?<![^\s.])\p{Lu}\.(?=\p{Lu}(?:[.\s]|$))/gu

/** In a name, a formula is a character that an exporter has no other command for. */
const FORMULA = /(?<!\\)\$([^$]*)\$/g

/** Words of a name; a tie (`~`) and a space part them, braces hold them together. */
const words = (text: string): string[] => splitAtTopLevel(text.replace(/(^|[^\\])~/g, '$1 ').replace(/\s+/g, ' '), ' ')

/** Whether the first letter outside braces is in lower case; accents of LaTeX do not hide it. */
function isLower(word: string): boolean {
  const bare = word.replace(/^\{\\|^\\/, '').replace(/^[^\p{L}{]+/u, '')
  return /^\p{Ll}/u.test(word.startsWith('{') && !word.startsWith('{\\') ? '' : plainText(bare))
}

const isOneGroup = (text: string): boolean => text.startsWith('{') && groupEnd(text, 0) === text.length - 1

function groupEnd(text: string, open: number): number {
  let depth = 0
  for (let position = open; position < text.length; position++) {
    const character = text[position]
    if (character === '\\') position++
    else if (character === '{') depth++
    else if (character === '}' && --depth === 0) return position
  }
  return -1
}

/** The parts between separators that stand outside all braces. White space in ` and ` may be of any kind. */
export function splitAtTopLevel(text: string, separator: ' and ' | ',' | ' ' | ';'): string[] {
  const source = separator === ' and ' && /[\t\r\n]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let position = 0; position < source.length; position++) {
    const character = source[position]
    if (character === '\\') position++
    else if (character === '{') depth++
    else if (character === '}') depth--
    else if (
      depth <= 0 &&
      character === separator[0] &&
      (separator.length === 1 || /^ and $/i.test(source.slice(position, position + 5)))
    ) {
      parts.push(source.slice(start, position))
      start = position + separator.length
      position = start - (separator === ' and ' ? 2 : 1)
    }
  }
  parts.push(source.slice(start))
  return parts.filter(part => part.trim() !== '' || separator === ',')
}
