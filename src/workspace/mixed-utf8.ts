/** A text in UTF-8 of which some bytes are not, and the offsets of the characters that those were read as. */
export interface MixedText {
  readonly text: string
  readonly bad: readonly number[]
}

/**
 * Reads bytes that are UTF-8 but for a few, as where a line of another file was pasted in. A single bad byte is read as
 * Windows-1252 has it, the end of a character that was cut as U+FFFD. Nothing when too little of the text beyond ASCII is
 * UTF-8: then the whole is in another encoding. Offsets count UTF-16 units of the text.
 */
export function decodeMixed(bytes: Uint8Array): MixedText | undefined {
  const runs: { readonly end: number; readonly length: number }[] = []
  let sound = 0
  let at = 0
  while (at < bytes.length) {
    const length = bytes[at]! < 0x80 ? 1 : lengthAt(bytes, at)
    if (length > 0) {
      if (length > 1) sound++
      at += length
    } else {
      runs.push({ end: at, length: -length })
      at -= length
      if (runs.length > MOST_BAD) return undefined
    }
  }
  return sound >= runs.length * SOUND_PER_BAD ? joined(bytes, runs) : undefined
}

/** How many characters beyond ASCII must be sound for each that is not. Other encodings hardly look like UTF-8 once. */
const SOUND_PER_BAD = 2
const MOST_BAD = 10_000

function joined(bytes: Uint8Array, runs: readonly { readonly end: number; readonly length: number }[]): MixedText {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
  const bad: number[] = []
  const parts: string[] = []
  let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  let offset = 0
  const add = (part: string): void => {
    parts.push(part)
    offset += part.length
  }
  for (const { end, length } of runs) {
    add(utf8.decode(bytes.subarray(start, end)))
    bad.push(offset)
    add(length === 1 ? characterOf(bytes[end]!) : '\ufffd')
    start = end + length
  }
  add(utf8.decode(bytes.subarray(start)))
  return { text: parts.join(''), bad }
}

/** The five bytes that Windows-1252 leaves open are no characters. */
const characterOf = (byte: number): string =>
  [0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte) ? '\ufffd' : new TextDecoder('windows-1252').decode(Uint8Array.of(byte))

/** How many bytes the character beyond ASCII at a place has; of one that is cut or wrong, how many of its bytes are there, negative. */
function lengthAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!
  const length = lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0
  if (length === 0 || lead > 0xf4) return -1
  const [lowest, highest] = SECOND.get(lead) ?? [0x80, 0xbf]
  for (let next = 1; next < length; next++) {
    const byte = bytes[at + next] ?? 0
    if (byte < (next === 1 ? lowest : 0x80) || byte > (next === 1 ? highest : 0xbf)) return -next
  }
  return length
}

/** Second bytes that are not free: no overlong forms, no surrogates, nothing above U+10FFFF (Unicode standard, table 3-7). */
const SECOND = new Map<number, readonly [number, number]>([
  [0xe0, [0xa0, 0xbf]],
  [0xed, [0x80, 0x9f]],
  [0xf0, [0x90, 0xbf]],
  [0xf4, [0x80, 0x8f]],
])
