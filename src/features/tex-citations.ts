import type { Manuscript } from '../manuscript/manuscript.ts'
import type { Span } from '../text/span.ts'

/** A citekey in a command of TeX, `\citep[p. 3]{smith2020}`, which only output by TeX cites. */
export interface TexCitekey {
  readonly citekey: string
  readonly citekeySpan: Span
}

const COMMAND = /\\[A-Za-z]*cite[A-Za-z]*\*?(?:\[[^\][]*\])*\{([^{}]*)\}/g

/** The citekeys in the manuscript's raw TeX, in order. */
export const texCitekeys = ({ rawTex }: Manuscript): readonly TexCitekey[] =>
  rawTex.flatMap(({ value, span }) =>
    [...value.matchAll(COMMAND)].flatMap(found => {
      const list = span.start + found.index + found[0].length - 1 - found[1]!.length
      return [...found[1]!.matchAll(/[^\s,]+/g)].map(({ 0: citekey, index }) => ({
        citekey,
        citekeySpan: { start: list + index, end: list + index + citekey.length },
      }))
    }),
  )
