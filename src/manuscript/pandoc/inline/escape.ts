import { characterEntities } from 'character-entities'
import { characterWidth } from '../characters.ts'
import { isEscapable } from '../scan.ts'
import type { InlineReader } from './reader.ts'

/** `\*`: the index after a character made plain by a backslash. */
export const readEscape = ({ text }: InlineReader, index: number, limit: number): number =>
  text.charCodeAt(index) === 92 && index + 1 < limit && isEscapable(text, index + 1)
    ? index + 1 + characterWidth(text, index + 1)
    : -1

/** `&amp;`: the index after an entity. */
export const readEntity = ({ text }: InlineReader, index: number, limit: number): number =>
  decodeEntity(text, index, limit)?.end ?? -1

const ENTITY = /&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([A-Za-z][A-Za-z0-9]{1,31}));/y

/**
 * What an entity stands for, and the index after it. A name that HTML 5 does not know is no entity; a number that is no
 * character stands for the replacement character.
 */
export function decodeEntity(text: string, index: number, limit: number): { value: string; end: number } | undefined {
  ENTITY.lastIndex = index
  const found = ENTITY.exec(text)
  const end = ENTITY.lastIndex
  if (!found || end > limit) return undefined
  const [, hexadecimal, decimal, name] = found
  if (name !== undefined) {
    return Object.hasOwn(characterEntities, name) ? { value: characterEntities[name]!, end } : undefined
  }
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16)
  return { value: code > 0 && code < 0x110000 ? String.fromCodePoint(code) : '\ufffd', end }
}
