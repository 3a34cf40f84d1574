import { MERGE_CONFLICT } from '../../text/conflict.ts'
import type { Problem, Span } from '../../text/span.ts'
import { skipBlank, stringEnd } from './json-scan.ts'

/** An item of a list that may be broken: where it stands, and the first thing in it that JSON does not allow. */
export interface LooseItem {
  readonly span: Span
  readonly fault?: Problem
}

/** What can be made of a list in JSON that is not sound. */
export interface LooseList {
  readonly items: readonly LooseItem[]
  /** What is wrong between the items. */
  readonly problems: readonly Problem[]
}

/** Where an item begins: an object that is no member of another, with a field of CSL's items first. */
const ITEM =
  /(?<!:\s*)\{\s*"(?:id|type|title|citation-key|standard_citation|abstract|accessed|annote|archive|author|categories|container-title|DOI|edition|editor|ISBN|ISSN|issue|issued|journalAbbreviation|keyword|language|note|number|page|PMCID|PMID|publisher|shortTitle|source|title-short|URL|version|volume)"\s*:/g

/**
 * The items of the list at `start` in a text that is not sound JSON: an item that breaks off ends where the next one begins.
 * Items of a list inside the list count as its own.
 */
export function looseItems(text: string, start: number): LooseList {
  const items: LooseItem[] = []
  const problems: Problem[] = []
  const problem = (message: string, from: number, to: number): void => {
    problems.push({ message, span: { start: from, end: Math.min(to, text.length) } })
  }
  let inside = 0
  let isStrayed = false
  let needsComma = false
  let last = start
  for (let at = skipBlank(text, start + 1); ; at = skipBlank(text, at)) {
    const code = text[at]
    if (code === undefined) {
      problem('The list is not closed: put “]” after this place.', last, last + 1)
      return { items, problems }
    }
    if (code === ']') {
      if (inside === 0) return { items, problems }
      inside--
      at++
    } else if (code === ',' || code === '}') {
      needsComma = false
      at++
    } else if (code === '{') {
      if (needsComma) problem('A comma is missing after this item.', last, last + 1)
      const { end, fault, resume } = walk(text, at)
      const to = fault ? itemEnd(text, at, nextItem(text, Math.max(resume, at + 1))) : end
      items.push({ span: { start: at, end: to }, ...(fault && { fault }) })
      isStrayed = false
      needsComma = !fault
      last = to - 1
      at = to
    } else if (code === '[') {
      if (inside === 0) problem(LIST_INSIDE, at, at + 1)
      inside++
      at++
    } else {
      const next = nextItem(text, at + 1)
      if (!isStrayed) problem(isConflict(text, at) ? MERGE_CONFLICT : NO_ITEM, at, lineEnd(text, at))
      isStrayed = true
      needsComma = false
      at = Math.max(itemEnd(text, at, next), at + 1)
    }
  }
}

export const NO_ITEM = 'This is no CSL item. Delete it, or put it in { }.'
export const LIST_INSIDE = 'This is a list inside the list, which Pandoc refuses. Take its brackets away.'

/** The members of a broken object that can be read by themselves. */
export function soundMembers(text: string, { start, end }: Span): Record<string, unknown> {
  const members = new Map<string, unknown>()
  const NAME = /\s*,?\s*"([^"\\\r\n]*)"\s*:\s*/y
  for (let at = start + 1; at < end; ) {
    NAME.lastIndex = at
    const name = NAME.exec(text)
    const from = name ? at + name[0].length : at
    const value = name ? walk(text, from) : undefined
    if (value && !value.fault && value.end <= end) {
      members.set(name![1]!, JSON.parse(text.slice(from, value.end)))
      at = value.end
    } else at = Math.max(lineEnd(text, from), at + 1)
  }
  return Object.fromEntries(members)
}

function nextItem(text: string, from: number): number {
  ITEM.lastIndex = from
  return ITEM.exec(text)?.index ?? text.length
}

/** Without what separates it from the next item, or closes the list. */
function itemEnd(text: string, start: number, next: number): number {
  let end = next
  while (end > start + 1 && (next < text.length ? /[\s,]/ : /[\s\]}]/).test(text[end - 1]!)) end--
  return end
}

function lineEnd(text: string, from: number): number {
  const end = text.slice(from, from + 200).search(/[\r\n]/)
  return end < 0 ? Math.min(from + 200, text.length) : from + end
}

const isConflict = (text: string, at: number): boolean => /^(?:<{7}|>{7}|\|{7}|={7})/.test(text.slice(at, at + 7))

/** Brackets deeper than this are refused; no bibliography has them. */
const DEEPEST = 200
const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y

type Expected = 'value' | 'name' | 'name or end' | 'value or end' | 'colon' | 'comma or end'

/** The value that begins at a place: where it ends, or what in it JSON does not allow and from where the next item may be looked for. */
interface Walk {
  readonly end: number
  readonly fault?: Problem
  readonly resume: number
}

/** Goes over the value at `start` by the rules of JSON. */
export function walk(text: string, start: number): Walk {
  const closers: string[] = []
  let expected = 'value' as Expected
  let last = start
  let string = start
  const fault = (from: number, message: string, to = from + 1): Walk => ({
    end: from,
    fault: {
      message: isConflict(text, from) ? MERGE_CONFLICT : message,
      span: { start: from, end: Math.min(to, text.length) },
    },
    resume: string,
  })
  for (let at = skipBlank(text, start); at < text.length; at = skipBlank(text, at)) {
    const code = text[at]!
    if (isConflict(text, at)) return fault(at, MERGE_CONFLICT, at + 7)
    if (code === '{' && expected !== 'value' && expected !== 'value or end' && isItem(text, at))
      return fault(last, notClosed('}', 0))
    if (expected === 'colon') {
      if (code !== ':') return fault(last, 'A colon is missing between the name of a field and its value.')
      expected = 'value'
      at++
    } else if (code === '}' || code === ']') {
      const closer = closers.pop()
      if (closer !== code)
        return fault(last, closer ? notClosed(closer, closers.length) : `“${code}” closes nothing here.`)
      if (expected === 'value' || expected === 'name')
        return fault(
          last,
          text[last] === ','
            ? 'This comma is one too many: no value follows. Delete it.'
            : 'A value is missing after this colon.',
        )
      expected = 'comma or end'
      at++
    } else if (expected === 'comma or end') {
      if (code !== ',') return fault(last, missingComma(text, last, at))
      expected = closers.at(-1) === '}' ? 'name' : 'value'
      at++
    } else if (code === '"') {
      string = at
      const close = stringEnd(text, at)
      const source = text.slice(at, close)
      if (/[\n\r]/.test(source) || source.length < 2 || !source.endsWith('"'))
        return fault(at, 'The quotation mark that opens this text is not closed on its line.')
      const wrong = /\\(?!["\\/bfnrt]|u[\da-fA-F]{4})/.exec(source.replace(/\\\\/g, '  '))
      if (wrong) return fault(at + wrong.index, 'A backslash in JSON is written twice: \\\\.')
      expected = expected.startsWith('name') ? 'colon' : 'comma or end'
      at = close
    } else if (expected.startsWith('name')) {
      return fault(
        at,
        code === ','
          ? 'There are two commas in a row. Delete one.'
          : 'The name of a field stands in double quotation marks; or one inside the text before lacks its backslash: \\".',
      )
    } else if (code === '{' || code === '[') {
      if (closers.length >= DEEPEST)
        return fault(at, 'Brackets are nested too deeply here: no reference has so many. Delete them.')
      closers.push(code === '{' ? '}' : ']')
      expected = code === '{' ? 'name or end' : 'value or end'
      at++
    } else {
      SCALAR.lastIndex = at
      if (!SCALAR.test(text))
        return fault(
          at,
          code === ':'
            ? 'There are two colons in a row. Delete one.'
            : 'This is no value that JSON knows: write text in double quotation marks.',
        )
      expected = 'comma or end'
      at = SCALAR.lastIndex
    }
    last = at - 1
    if (closers.length === 0) return { end: at, resume: at }
  }
  return fault(
    last,
    closers.length > 0 ? `A “${closers.at(-1)}” is missing after this place.` : 'A value is missing here.',
  )
}

const isItem = (text: string, at: number): boolean => nextItem(text, at) === at

const notClosed = (closer: string, depth: number): string =>
  `${depth === 0 ? 'This item is' : 'What was opened here is'} not closed: put “${closer}” after this place.`

const NAME_AND_COLON = /"[^"\r\n]*"\s*:/y

function missingComma(text: string, last: number, at: number): string {
  NAME_AND_COLON.lastIndex = at
  return text[last] === '"' && !NAME_AND_COLON.test(text)
    ? 'After this quotation mark a comma is missing; or it is part of the text and lacks a backslash before it: \\".'
    : 'A comma is missing after this value.'
}
