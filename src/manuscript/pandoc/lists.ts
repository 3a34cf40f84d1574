import type { Span, Spanned } from '../../text/span.ts'
import { byPosition, shift } from '../../text/span.ts'
import type { Block, Citation, FootnoteMark, Heading, Image, Link, LinkDefinition, MathSpan } from '../manuscript.ts'
import type { Attributes, CodeBlock } from '../reading.ts'

/** What one piece says, by kind, in order of appearance. */
export interface Lists {
  readonly blocks: Block[]
  readonly citations: Citation[]
  readonly attributes: Attributes[]
  readonly headings: Heading[]
  readonly links: Link[]
  readonly images: Image[]
  readonly linkDefinitions: LinkDefinition[]
  readonly noteReferences: FootnoteMark[]
  readonly noteDefinitions: FootnoteMark[]
  readonly code: CodeBlock[]
  readonly math: MathSpan[]
  readonly rawTex: Spanned<string>[]
  readonly comments: Spanned<string>[]
  readonly nonProse: Span[]
}

export const emptyLists = (): Lists => ({
  blocks: [],
  citations: [],
  attributes: [],
  headings: [],
  links: [],
  images: [],
  linkDefinitions: [],
  noteReferences: [],
  noteDefinitions: [],
  code: [],
  math: [],
  rawTex: [],
  comments: [],
  nonProse: [],
})

/** Puts the lists in order and joins what is no prose where it touches. */
export function sorted(lists: Lists): Lists {
  for (const list of Object.values(lists) as { span?: Span }[][]) {
    if (list.length > 1) list.sort((a, b) => byPosition(a.span ?? (a as Span), b.span ?? (b as Span)))
  }
  return compact({ ...lists, nonProse: joined(lists.nonProse) })
}

const NO_ITEMS: readonly never[] = Object.freeze([])

/** Most lists of most pieces are empty: they share one. */
function compact(lists: Lists): Lists {
  const shared: Record<string, readonly unknown[]> = {}
  for (const list of LISTS) shared[list] = lists[list].length === 0 ? NO_ITEMS : lists[list]
  return shared as unknown as Lists
}

/** Spans in order, joined where they touch or overlap. */
export function joined(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const span of spans) {
    const last = merged[merged.length - 1]
    if (last && span.start <= last.end) {
      if (span.end > last.end) merged[merged.length - 1] = { start: last.start, end: span.end }
    } else merged.push(span)
  }
  return merged
}

type Movers = { readonly [List in keyof Lists]: (item: Lists[List][number], by: number) => Lists[List][number] }

const spanned = <Item extends { readonly span: Span }>(item: Item, by: number): Item => ({
  ...item,
  span: shift(item.span, by),
})
const moveValue = <T>({ value, span }: Spanned<T>, by: number): Spanned<T> => ({ value, span: shift(span, by) })

const moveLink = <Item extends Link>(link: Item, by: number): Item => ({
  ...link,
  span: shift(link.span, by),
  text: shift(link.text, by),
  ...(link.destination ? { destination: moveValue(link.destination, by) } : {}),
  ...(link.reference ? { reference: moveValue(link.reference, by) } : {}),
})

/** How an item of each list is moved within the manuscript. */
const MOVE: Movers = {
  blocks: spanned,
  citations: (citation, by) => ({
    ...citation,
    span: shift(citation.span, by),
    items: citation.items.map(item => ({
      ...item,
      span: shift(item.span, by),
      citekeySpan: shift(item.citekeySpan, by),
    })),
  }),
  attributes: (attributes, by) => ({
    ...attributes,
    span: shift(attributes.span, by),
    of: shift(attributes.of, by),
    ...(attributes.id ? { id: moveValue(attributes.id, by) } : {}),
    values: new Map([...attributes.values].map(([key, value]) => [key, moveValue(value, by)])),
  }),
  headings: spanned,
  links: moveLink,
  images: moveLink,
  linkDefinitions: ({ label, span, destination }, by) => ({
    label,
    span: shift(span, by),
    destination: moveValue(destination, by),
  }),
  noteReferences: spanned,
  noteDefinitions: spanned,
  code: (code, by) => ({
    span: shift(code.span, by),
    info: moveValue(code.info, by),
    content: shift(code.content, by),
  }),
  math: (math, by) => ({ ...math, span: shift(math.span, by), content: shift(math.content, by) }),
  rawTex: moveValue,
  comments: moveValue,
  nonProse: shift,
}

export const LISTS = Object.keys(MOVE) as (keyof Lists)[]

/** The same lists, moved within the manuscript. */
export function moved(lists: Lists, by: number): Lists {
  const target: Record<string, readonly unknown[]> = {}
  for (const list of LISTS) {
    const move = MOVE[list] as (item: unknown, by: number) => never
    target[list] = lists[list].length === 0 ? NO_ITEMS : (lists[list] as readonly unknown[]).map(item => move(item, by))
  }
  return target as unknown as Lists
}
