import { lazy } from '../../text/memo.ts'
import type { Problem, Span } from '../../text/span.ts'
import { atOnce, type Steps, stepsOver, within } from '../../text/steps.ts'
import { toCslItem } from '../csl-item.ts'
import type { Bibliography, BibliographyReader, Reference } from '../reference.ts'
import { invisibleIn, visibleKey } from '../visible-key.ts'
import { LIST_INSIDE, looseItems, NO_ITEM, soundMembers, walk } from './broken-json.ts'
import { elementsOf, memberOf, skipBlank, valueEnd } from './json-scan.ts'

/** CSL-JSON: an array of items, or an object whose `items` or `references` is one. */
export const cslJson: BibliographyReader = {
  format: 'csl-json',
  extensions: ['.json', '.csljson'],
  recognises: text => /^\s*(?:\[\s*\{|\[\s*\]|\{)/.test(text.slice(0, 10_000)),
  read: (text, uri) => atOnce(readCslJson(text, uri)),
  steps: readCslJson,
}

function* readCslJson(text: string, uri: string): Steps<Bibliography> {
  const references: Reference[] = []
  const problems: Problem[] = []
  const list = findList(text)
  if (list === undefined) {
    const message = 'This JSON is no CSL bibliography. Expected an array of items, or an object with “items”.'
    return { uri, format: 'csl-json', references, problems: [{ message, span: firstLine(text) }] }
  }
  if (!(yield* within(0, 0.6, soundness(text, list)))) return readBroken(text, uri, list)
  const isStep = stepsOver(list)
  function* read(start: number, depth: number): Steps<void> {
    for (const span of elementsOf(text, start)) {
      if (isStep(span.start)) yield 0.6 + (0.4 * span.start) / text.length
      if (text[span.start] === '{') {
        const reference = readItem(text, uri, span, problems)
        if (reference) references.push(reference)
      } else if (text[span.start] === '[' && depth < DEEPEST) {
        problems.push({ message: LIST_INSIDE, span: { start: span.start, end: span.start + 1 } })
        yield* read(span.start, depth + 1)
      } else problems.push({ message: NO_ITEM, span: clipped(text, span) })
    }
  }
  yield* read(list, 0)
  return { uri, format: 'csl-json', references, problems }
}

/** How far lists inside lists are followed. */
const DEEPEST = 3

/** A file that is no sound JSON: its sound items as ever, and of the broken ones what can be read. */
function readBroken(text: string, uri: string, list: number): Bibliography {
  const references: Reference[] = []
  const { items, problems: between } = looseItems(text, list)
  const problems = [...between]
  for (const { span, fault } of items) {
    const reference = readItem(text, uri, span, problems, fault)
    if (reference) references.push(reference)
  }
  if (problems.length === 0) problems.push(afterTheList(text))
  problems.sort((a, b) => a.span.start - b.span.start)
  return { uri, format: 'csl-json', references, problems }
}

/** What is wrong where the items themselves are sound: around their list. */
function afterTheList(text: string): Problem {
  const { end, fault } = walk(text, 0)
  const start = Math.min(skipBlank(text, end), text.length)
  const message = 'The bibliography ends before this place: JSON allows nothing after it. Delete what follows.'
  return fault ?? { message, span: { start, end: Math.min(start + 1, text.length) } }
}

/** The key is the `id`; in manual references of Manubot it may be the `standard_citation`. A `fault` is told unless the item cannot be cited at all. */
function readItem(text: string, uri: string, span: Span, problems: Problem[], fault?: Problem): Reference | undefined {
  if (fault) problems.push(fault)
  const places = [
    memberOf(text, span.start, span.end, 'id'),
    fault && brokenId(text, span),
    memberOf(text, span.start, span.end, 'standard_citation'),
  ]
  const id = places.find(place => place && keyAt(text, place) !== '')
  const citekey = id ? keyAt(text, id) : ''
  if (!id) {
    problems.push({ message: 'This item has no “id”, so it cannot be cited. Give it one.', span: clipped(text, span) })
    return undefined
  }
  const quoted = text[id.start] === '"' ? 1 : 0
  const citekeySpan = { start: id.start + quoted, end: id.end - quoted }
  const hidden = invisibleIn(text, citekeySpan)
  if (hidden) problems.push(hidden)
  const item = lazy(() => {
    const data = fault ? soundMembers(text, span) : parse(text.slice(span.start, span.end))
    return toCslItem(citekey, typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {})
  })
  return {
    citekey,
    location: { uri, span },
    citekeySpan,
    get item() {
      return item()
    },
  }
}

/** The key that a value is, without what nobody can see in it. */
function keyAt(text: string, { start, end }: Span): string {
  const value = parse(text.slice(start, end))
  return typeof value === 'string' ? visibleKey(value) : typeof value === 'number' ? String(value) : ''
}

/** The `id` of an item whose members cannot be told apart. */
function brokenId(text: string, { start, end }: Span): Span | undefined {
  const found = /"id"\s*:[\s:]*(?="(?:[^"\\\r\n]|\\.)*"|\d+\b)/.exec(text.slice(start, end))
  if (!found) return undefined
  const from = start + found.index + found[0].length
  return { start: from, end: valueEnd(text, from) }
}

/** Where the array of items begins. */
function findList(text: string): number | undefined {
  const start = skipBlank(text, 0)
  if (text[start] === '[') return start
  if (text[start] !== '{') return undefined
  for (const name of ['items', 'references']) {
    const member = memberOf(text, start, Math.max(valueEnd(text, start), start + 1), name)
    if (member && text[member.start] === '[') return member.start
  }
  return undefined
}

/** Whether the whole text is JSON: each item of the list by itself, and what is around them. */
function* soundness(text: string, list: number): Steps<boolean> {
  const isStep = stepsOver(list)
  let end = list + 1
  let isFirst = true
  for (const span of elementsOf(text, list)) {
    if (isStep(span.start)) yield span.start / text.length
    if (!(isFirst ? BLANK : COMMA).test(text.slice(end, span.start))) return false
    if (!isJson(text.slice(span.start, span.end))) return false
    isFirst = false
    end = span.end
  }
  const close = skipBlank(text, end)
  const around = `${text.slice(0, list)}[]${text.slice(close + 1)}`
  return text[close] === ']' && BLANK.test(text.slice(end, close)) && isJson(around)
}

/** What may stand before the first item and after the last, and between two. */
const BLANK = /^[ \t\n\r]*$/
const COMMA = /^[ \t\n\r]*,[ \t\n\r]*$/

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The beginning of a place: enough to show it, and not a whole broken file. */
const clipped = (text: string, { start, end }: Span): Span => {
  const line = text.slice(start, Math.min(end, start + 200)).search(/[\r\n]/)
  return { start, end: line < 0 ? Math.min(end, start + 200) : start + line }
}

const firstLine = (text: string): Span => clipped(text, { start: 0, end: text.length })
