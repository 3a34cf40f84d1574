import { greekNameOf } from '../text/greek.ts'

/** What a character is to the matcher. */
export enum Kind {
  Unknown = 0,
  Letter = 1,
  Greek = 2,
  Space = 3,
  LineEnd = 4,
  Hyphen = 5,
  Emphasis = 6,
  Invisible = 7,
  Apostrophe = 8,
  Other = 9,
  Expanded = 10,
}

/** Of every UTF-16 unit its kind, filled when first asked for; `Unknown` until then. */
export const kinds = new Uint8Array(0x10000)
/** Of every letter its folded form: lower case, without accents. */
export const folded = new Uint16Array(0x10000)

const EXPANDED: ReadonlyMap<number, string> = new Map(
  [...'ßæœþøłđħıðﬁﬂﬀﬃﬄ'].map((letter, index) => [
    letter.charCodeAt(0),
    ['ss', 'ae', 'oe', 'th', 'o', 'l', 'd', 'h', 'i', 'd', 'fi', 'fl', 'ff', 'ffi', 'ffl'][index]!,
  ]),
)

/** The name of a Greek letter, or what a letter like `æ` is written as. */
export function nameOf(code: number): string {
  return greekNameOf(code) ?? EXPANDED.get(String.fromCharCode(code).toLowerCase().charCodeAt(0)) ?? ''
}

/** Finds the kind of a character, and its folded form, and keeps both. */
export function classify(code: number): Kind {
  const character = String.fromCharCode(code)
  const kind = kindOf(character, code)
  kinds[code] = kind
  if (kind === Kind.Letter) {
    const base = character.normalize('NFD').charAt(0).toLowerCase()
    folded[code] = base.length === 1 ? base.charCodeAt(0) : code
  }
  return kind
}

function kindOf(character: string, code: number): Kind {
  if (code === 10 || code === 13) return Kind.LineEnd
  if (/\s/.test(character)) return Kind.Space
  if (/[-\u2010-\u2013\u2212]/.test(character)) return Kind.Hyphen
  if (/[*_~^]/.test(character)) return Kind.Emphasis
  if (/[\p{M}\u00ad\u200b-\u200d\u2060\ufeff]/u.test(character)) return Kind.Invisible
  if (/['’ʼ]/.test(character)) return Kind.Apostrophe
  if (EXPANDED.has(character.toLowerCase().charCodeAt(0))) return Kind.Expanded
  if (nameOf(code) !== '') return Kind.Greek
  if (/[\p{L}\p{N}]/u.test(character) || (code >= 0xd800 && code <= 0xdfff)) return Kind.Letter
  return Kind.Other
}
