/** One replacement: what stood from `start` up to `oldEnd` became what stands from `start` up to `newEnd`. */
export interface Change {
  readonly start: number
  readonly oldEnd: number
  readonly newEnd: number
}

/** The smallest replacement that makes one text of the other. */
export function changeBetween(old: string, now: string): Change {
  const shorter = Math.min(old.length, now.length)
  const start = commonLength(shorter, STRIDE, (from, to) => old.slice(from, to) === now.slice(from, to))
  const shift = now.length - old.length
  const rest = commonLength(shorter - start, STRIDE, (from, to) => {
    const end = old.length - from
    const begin = old.length - to
    return old.slice(begin, end) === now.slice(begin + shift, end + shift)
  })
  return { start, oldEnd: old.length - rest, newEnd: now.length - rest }
}

const STRIDE = 4096

/** How far two texts agree, compared in strides and then in ever smaller ones. */
function commonLength(most: number, stride: number, same: (from: number, to: number) => boolean): number {
  let agreed = 0
  for (let step = stride; step >= 1; step >>= 1) {
    while (agreed + step <= most && same(agreed, agreed + step)) agreed += step
  }
  return agreed
}
