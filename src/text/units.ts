/** So many units are copied at a time: what the bytes of a piece take is little, and so is what a piece costs. */
const PIECE = 4096
/** Below this a call of the encoder costs more than it gains. */
const SHORT = 64

const encoder = new TextEncoder()
const bytes = new Uint8Array(PIECE)

/**
 * The UTF-16 units of a text and two 0s after the last, in `into` when it is large enough, else in a larger array. For
 * loops that look at all of a text and a little ahead: `charCodeAt` asks at every unit how the string is kept, which is
 * three times as slow.
 */
export function copyUnits(text: string, into: Uint16Array<ArrayBuffer>): Uint16Array<ArrayBuffer> {
  const { length } = text
  const units = into.length >= length + 2 ? into : new Uint16Array(Math.max(length + 2, into.length * 2))
  let position = length < SHORT ? 0 : copyAscii(text, units)
  for (; position < length; position++) units[position] = text.charCodeAt(position)
  units.fill(0, length, length + 2)
  return units
}

/** Copies what stands before the first piece that is not ASCII alone, and gives its length: bytes are as good as units there. */
function copyAscii(text: string, units: Uint16Array): number {
  for (let from = 0; from < text.length; from += PIECE) {
    const piece = text.slice(from, from + PIECE)
    const { read, written } = encoder.encodeInto(piece, bytes)
    if (read !== piece.length || written !== read) return from
    units.set(bytes.subarray(0, written), from)
  }
  return text.length
}
