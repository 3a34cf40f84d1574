import { numberedList } from '../bibliography/readers/numbered-list.ts'
import type { Reference } from '../bibliography/reference.ts'
import type { Manuscript } from '../manuscript/manuscript.ts'
import { numberedReferences } from '../manuscript/numbered/numbered-references.ts'
import { memoByObject } from '../text/memo.ts'
import { contains, type Span } from '../text/span.ts'

/** A number in the text that stands for references, `[3]` or `[3–5]`, and those of the list in the manuscript that it names. */
export interface NumberedMark {
  readonly span: Span
  readonly references: readonly Reference[]
}

/** The mark at `offset` of a manuscript whose references are numbered by hand. */
export function numberedMarkAt(
  { manuscript }: { readonly manuscript: Manuscript },
  offset: number,
): NumberedMark | undefined {
  const marks = numberedIn(manuscript)?.marks.filter(({ span }) => contains(span, offset)) ?? []
  const [first] = marks
  return first && { span: first.span, references: marks.flatMap(({ reference }) => reference ?? []) }
}

const numberedIn = memoByObject((manuscript: Manuscript) => {
  const numbered = numberedReferences(manuscript)
  if (!numbered) return undefined
  const read = numberedList.read(manuscript.text, '').references
  const byPlace = new Map(read.map(reference => [reference.citekeySpan.start, reference]))
  const byNumber = new Map(numbered.list.map(({ number, span }) => [number, byPlace.get(span.start)]))
  return { marks: numbered.references.map(({ number, span }) => ({ span, reference: byNumber.get(number) })) }
})
