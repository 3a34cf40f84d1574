const encoder = new TextEncoder()

/** Texts one after another in UTF-8: that at `index` takes the bytes from `offsets[index]` to `offsets[index + 1]`. */
export interface EncodedTexts {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly offsets: Uint32Array<ArrayBuffer>
}

/** Encodes `count` texts into one stretch of bytes, made one at a time, so that a million of them never stand side by side. */
export function encodeAll(count: number, textAt: (index: number) => string): EncodedTexts {
  const offsets = new Uint32Array(count + 1)
  let bytes = new Uint8Array(1 << 12)
  let end = 0
  for (let index = 0; index < count; index++) {
    const text = textAt(index)
    // a UTF-16 unit takes three bytes at most
    const needed = end + text.length * 3
    if (needed > bytes.length) bytes = copied(bytes, end, Math.max(needed, bytes.length * 2))
    end += encoder.encodeInto(text, bytes.subarray(end)).written
    offsets[index + 1] = end
  }
  return { bytes: bytes.subarray(0, end), offsets }
}

function copied(bytes: Uint8Array, end: number, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(length)
  larger.set(bytes.subarray(0, end))
  return larger
}
