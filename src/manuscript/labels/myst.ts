import { commentOptions } from '../chunks/chunk.ts'
import type { Source } from '../dialects/dialect.ts'
import { kindByPrefix } from '../dialects/kinds.ts'
import type { CrossReference, Label, LabelKind } from '../manuscript.ts'
import type { Directive, Role } from '../reading.ts'
import { attributeLabels } from './attribute-labels.ts'

/** Labels are compared without regard to case and blanks. */
export const normaliseTarget = (label: string): string => label.trim().toLowerCase().replace(/\s+/g, ' ')

/** What a directive labels by its `label` or `name` option. */
const DIRECTIVE_KINDS: ReadonlyMap<string, LabelKind> = new Map([
  ['figure', 'figure'],
  ['image', 'figure'],
  ['iframe', 'figure'],
  ['table', 'table'],
  ['list-table', 'table'],
  ['csv-table', 'table'],
  ['math', 'equation'],
  ['code', 'listing'],
  ['code-block', 'listing'],
  ['code-cell', 'listing'],
  ['literalinclude', 'listing'],
  ['note', 'callout'],
  ['admonition', 'callout'],
])

/** Targets (`(label)=`, which the reader gives as attributes), options of directives, and labels in the comments of executable cells. */
export function* mystLabels({ text, reading }: Source): Iterable<Label> {
  for (const label of attributeLabels(reading.attributes, kindOfPrefix)) {
    yield { ...label, label: normaliseTarget(label.label) }
  }
  for (const directive of reading.directives) yield* directiveLabels(text, directive)
}

function* directiveLabels(text: string, { name, options, span, body }: Directive): Iterable<Label> {
  const kind = DIRECTIVE_KINDS.get(name) ?? (name.startsWith('prf:') ? 'theorem' : 'anchor')
  const inComments = name === 'code-cell' ? new Map(commentOptions(text, body)).get('label') : undefined
  for (const given of [options.get('label'), options.get('name'), inComments]) {
    if (given?.value) yield { label: normaliseTarget(given.value), kind, span: given.span, target: span }
  }
}

const kindOfPrefix = (label: string): LabelKind | undefined => {
  const kind = kindByPrefix(label)
  return kind === 'anchor' ? undefined : kind
}

const REFERENCE_ROLES: ReadonlyMap<string, LabelKind> = new Map([
  ['ref', 'anchor'],
  ['numref', 'figure'],
  ['eq', 'equation'],
  ['prf:ref', 'theorem'],
])

/** `{ref}`…``, `{numref}`, `{eq}`, `{prf:ref}`, and links to `#label`. */
export function* mystReferences({ reading }: Source): Iterable<CrossReference> {
  for (const role of reading.roles) {
    const kind = REFERENCE_ROLES.get(role.name)
    if (kind) yield* roleReference(role, kind)
  }
  for (const { destination, span } of reading.links) {
    if (!destination || !/^#./.test(destination.value)) continue
    const label = normaliseTarget(destination.value.slice(1))
    const labelSpan = { start: destination.span.start + 1, end: destination.span.end }
    yield { label, kind: kindByPrefix(label), form: 'link', span, labelSpan }
  }
}

/** The label is all of the content, or what stands in `<…>` at its end. */
function* roleReference({ content, span }: Role, kind: LabelKind): Iterable<CrossReference> {
  const open = content.value.endsWith('>') ? content.value.lastIndexOf('<') : -1
  const written = open < 0 ? content.value : content.value.slice(open + 1, -1)
  const label = normaliseTarget(written)
  if (label === '') return
  const start = content.span.start + open + 1
  yield { label, kind, form: 'role', span, labelSpan: { start, end: start + written.length } }
}
