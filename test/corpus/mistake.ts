/** A text into which a mistake was put, and where what a rule should report of it begins and ends. */
export interface Spoilt {
  /** The text before. */
  readonly original: string
  readonly text: string
  readonly start: number
  readonly end: number
}

/** A kind of mistake that authors make, put into a text that others wrote; nothing where it can't be made. */
export interface Mistake {
  readonly rule: string
  readonly name: string
  /** It stands in what is no prose. */
  readonly isOutsideProse?: true
  /** `pick` gives a number below another one that depends on the text alone. */
  put(text: string, pick: (below: number) => number): Spoilt | undefined
}

export type Pick = (below: number) => number

/** Puts something in the place of one of the matches of a pattern in which `found` is its first group or the whole. */
export function replaced(
  pattern: RegExp,
  pick: Pick,
  text: string,
  write: (match: RegExpExecArray) => string | undefined,
  least = 1,
): Spoilt | undefined {
  const matches = [...text.matchAll(pattern)].filter(match => write(match) !== undefined)
  if (matches.length < least) return undefined
  const match = matches[pick(matches.length)]!
  const written = write(match)!
  const start = match.index
  return {
    original: text,
    text: text.slice(0, start) + written + text.slice(start + match[0].length),
    start,
    end: start + written.length,
  }
}
