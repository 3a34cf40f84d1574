import { covering } from '../../text/covering.ts'
import { chunkOf } from '../chunks/chunk.ts'
import { THEOREMS } from '../chunks/theorems.ts'
import { BOOKDOWN_KINDS, targetOf } from '../dialects/kinds.ts'
import type { CrossReference, Label } from '../manuscript.ts'
import type { Reading } from '../reading.ts'

/** What chunks label: `fig:x` when the chunk has a figure caption, `tab:x` when it makes a table with one, and theorems. */
export function* chunkLabels(text: string, reading: Reading): Iterable<Label> {
  for (const block of reading.code) {
    const chunk = chunkOf(text, block)
    if (!chunk?.label) continue
    const { value, span } = chunk.label
    const label = (prefix: string): Label => ({
      label: `${prefix}:${value}`,
      kind: BOOKDOWN_KINDS.get(prefix) ?? 'custom',
      span,
      target: block.span,
    })
    const theorem = THEOREMS.get(chunk.engine)
    const code = text.slice(block.content.start, block.content.end)
    const table = /\b(?:kable|caption|flextable|datatable|huxtable|xtable|gt|tbl_\w+)\b/.test(code)
    if (theorem) yield label(theorem)
    else if (['fig.cap', 'fig-cap'].some(name => chunk.options.has(name))) yield label('fig')
    if (table || ['tab.cap', 'tbl-cap', 'table.cap'].some(name => chunk.options.has(name))) yield label('tab')
  }
}

/** `::: {.theorem #x}` labels `thm:x`. */
export function* theoremLabels({ attributes }: Reading): Iterable<Label> {
  for (const { element, id, classes, of } of attributes) {
    const prefix = classes.map(name => THEOREMS.get(name)).find(found => found !== undefined)
    if (element !== 'div' || !id || !prefix) continue
    yield { label: `${prefix}:${id.value}`, kind: 'theorem', span: id.span, target: of }
  }
}

/** `(\#eq:x)` in an equation, `(\#tab:x)` in a caption, and text references: a paragraph that begins with `(ref:x)`. */
export function* markLabels(text: string, reading: Reading): Iterable<Label> {
  for (const { value, start, end } of outsideCode(text, reading, /\(\\#([A-Za-z]+:[-\w/:]+)\)/g)) {
    const target = targetOf(value, BOOKDOWN_KINDS, ':')
    if (target) yield { ...target, span: { start: end - 1 - value.length, end: end - 1 }, target: { start, end } }
  }
  for (const { value, start, end } of outsideCode(text, reading, /(?<=^|[\r\n])\((ref:[-\w/]+)\)(?=[ \t])/g)) {
    yield { label: value, kind: 'custom', span: { start: start + 1, end: end - 1 } }
  }
}

/** `\@ref(fig:x)`, in the text and in the captions that chunk options give. */
export function* bookdownReferences(text: string, reading: Reading): Iterable<CrossReference> {
  for (const { value, start, end } of outsideCode(text, reading, /\\?\\@ref\(([-\w/:.]+)\)/g)) {
    const target = targetOf(value, BOOKDOWN_KINDS, ':') ?? { label: value, kind: 'section' as const }
    const labelSpan = { start: end - 1 - value.length, end: end - 1 }
    yield { ...target, label: value, form: 'bookdown', span: { start, end }, labelSpan }
  }
}

/** What a pattern finds outside comments and code, but for the headers and captions of chunks; its first group is the value. */
function* outsideCode(text: string, reading: Reading, pattern: RegExp) {
  const { blocks, code, comments, nonProse, math, rawTex, attributes } = reading
  const allowed = [
    ...math.map(({ span }) => span),
    ...rawTex.map(({ span }) => span),
    ...attributes.map(({ span }) => span),
    ...code.map(c => c.info.span),
  ]
  const hidden = [...code.map(({ content }) => content), ...comments.map(({ span }) => span)]
  const captions = blocks.filter(({ kind }) => kind === 'caption').map(({ span }) => span)
  const [shown, never, masked, inCaption] = [allowed, hidden, nonProse, captions].map(covering)
  for (const found of text.matchAll(pattern)) {
    const start = found.index
    if ((never!(start) && !inCaption!(start)) || (masked!(start) && !shown!(start) && !inCaption!(start))) continue
    yield { value: found[1]!, start, end: start + found[0].length }
  }
}
