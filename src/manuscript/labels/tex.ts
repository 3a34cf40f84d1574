import type { Span } from '../../text/span.ts'
import { kindByPrefix } from '../dialects/kinds.ts'
import type { CrossReference, Label } from '../manuscript.ts'
import type { Reading } from '../reading.ts'

const LABEL = /\\label\{([^{}\s]+)\}/g
const REFERENCE =
  /\\(?:ref|eqref|autoref|pageref|nameref|[cC]ref|[cC]refrange|vref|labelcref|subref)\*?\{([^{}\\]+)\}|\\hyperref\[([^[\]{}\\]+)\]/g

/** `\label{…}` in raw TeX and in equations. */
export function* texLabels(text: string, reading: TexReading): Iterable<Label> {
  for (const { start, end } of texIn(reading)) yield* labelsIn(text, start, end)
}

type TexReading = Pick<Reading, 'rawTex' | 'math' | 'code'>

/** Where there is TeX: in the text, in equations, and in blocks that say so: ```` ```{=latex} ````. */
const texIn = ({ rawTex, math, code }: TexReading): Span[] => [
  ...rawTex.map(({ span }) => span),
  ...math.map(({ content }) => content),
  ...code.filter(({ info }) => /^\{=(?:la)?tex\}$/.test(info.value)).map(({ content }) => content),
]

function* labelsIn(text: string, from: number, to: number): Iterable<Label> {
  for (const found of text.slice(from, to).matchAll(LABEL)) {
    const label = found[1]!
    const start = from + found.index + found[0].length - label.length - 1
    const kind = kindByPrefix(label)
    yield { label, kind, span: { start, end: start + label.length }, target: { start: from, end: to } }
  }
}

/** `\ref{…}` and its kin in raw TeX and in equations; `\cref{a,b}` refers to two labels. */
export function* texReferences(text: string, reading: TexReading): Iterable<CrossReference> {
  for (const span of texIn(reading)) {
    for (const found of text.slice(span.start, span.end).matchAll(REFERENCE)) {
      const labels = (found[1] ?? found[2])!
      const start = span.start + found.index
      let position = start + found[0].lastIndexOf(labels)
      for (const part of labels.split(',')) {
        const label = part.trim()
        const labelStart = position + part.indexOf(label)
        position += part.length + 1
        if (label === '') continue
        yield {
          label,
          kind: kindByPrefix(label),
          form: 'tex',
          span: { start, end: start + found[0].length },
          labelSpan: { start: labelStart, end: labelStart + label.length },
        }
      }
    }
  }
}
