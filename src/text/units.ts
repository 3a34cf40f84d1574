/** Below this a call out of JavaScript costs more than it gains. */
const SHORT = 64

/**
 * The UTF-16 units of a text and two 0s after the last, in `into` when it is large enough, else in a larger array. For
 * loops that look at all of a text and a little ahead: `charCodeAt` asks at every unit how the string is kept, which is
 * ten times as slow as having all of them copied at once. Every platform of VS Code has its low bytes first.
 */
export function copyUnits(text: string, into: Uint16Array<ArrayBuffer>): Uint16Array<ArrayBuffer> {
  const { length } = text
  const units = into.length >= length + 2 ? into : new Uint16Array(Math.max(length + 2, into.length * 2))
  if (length < SHORT) for (let position = 0; position < length; position++) units[position] = text.charCodeAt(position)
  else Buffer.from(units.buffer, units.byteOffset, length * 2).write(text, 'utf16le')
  units[length] = 0
  units[length + 1] = 0
  return units
}
