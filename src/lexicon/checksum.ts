/** A number of 32 bits that differs when bytes do, but for chance; `skip` is the place, in words of four bytes, of one that does not count. */
export function checksum(bytes: Uint8Array, skip = -1): number {
  const whole = bytes.length >> 2
  let sum = 0x811c9dc5 ^ (bytes.length & 3)
  if (bytes.byteOffset % 4 === 0) {
    const words = new Int32Array(bytes.buffer, bytes.byteOffset, whole)
    for (let index = 0; index < whole; index++) {
      if (index !== skip) sum = Math.imul(sum ^ words[index]!, 0x01000193)
    }
  } else {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (let index = 0; index < whole; index++) {
      if (index !== skip) sum = Math.imul(sum ^ view.getInt32(index * 4, true), 0x01000193)
    }
  }
  for (let index = whole * 4; index < bytes.length; index++) sum = Math.imul(sum ^ bytes[index]!, 0x01000193)
  return sum >>> 0
}
