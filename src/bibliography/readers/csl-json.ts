import { lazy } from '../../text/memo.ts'
import type { Problem, Span } from '../../text/span.ts'
import { toCslItem } from '../csl-item.ts'
import type { Bibliography, BibliographyReader, Reference } from '../reference.ts'
import { elementsOf, faultIn, memberOf, skipBlank, valueEnd } from './json-scan.ts'

/** CSL-JSON: an array of items, or an object whose `items` or `references` is one. */
export const cslJson: BibliographyReader = {
  format: 'csl-json',
  extensions: ['.json', '.csljson'],
  recognises: text => /^\s*(?:\[\s*\{|\[\s*\]|\{)/.test(text.slice(0, 10_000)),
  read: readCslJson,
}

function readCslJson(text: string, uri: string): Bibliography {
  const references: Reference[] = []
  const problems: Problem[] = []
  const list = findList(text)
  if (list === undefined) {
    const message = 'This JSON is no CSL bibliography. Expected an array of items, or an object with “items”.'
    return { uri, format: 'csl-json', references, problems: [{ message, span: firstLine(text) }] }
  }
  const sound = isSound(text)
  let faults = 0
  for (const span of elementsOf(text, list)) {
    if (text[span.start] !== '{') {
      problems.push({ message: 'This is no CSL item. An item stands in { }.', span: clipped(text, span) })
      continue
    }
    const fault = sound ? undefined : faultIn(text, span.start, span.end)
    if (fault) {
      problems.push(fault)
      faults++
    }
    const reference = readItem(text, uri, span, problems)
    if (reference) references.push(reference)
  }
  if (!sound && faults === 0) {
    const fault = faultIn(text, 0, text.length)
    if (fault) problems.push(fault)
  }
  return { uri, format: 'csl-json', references, problems }
}

/** The key is the `id`; in manual references of Manubot it may be the `standard_citation`. */
function readItem(text: string, uri: string, span: Span, problems: Problem[]): Reference | undefined {
  const id = memberOf(text, span.start, span.end, 'id') ?? memberOf(text, span.start, span.end, 'standard_citation')
  const value = id && parse(text.slice(id.start, id.end))
  const citekey = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
  if (!id || citekey === '') {
    problems.push({ message: 'This item has no “id”, so it cannot be cited.', span: clipped(text, span) })
    return undefined
  }
  const quoted = text[id.start] === '"' ? 1 : 0
  const item = lazy(() => {
    const data = parse(text.slice(span.start, span.end))
    return toCslItem(citekey, typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {})
  })
  return {
    citekey,
    location: { uri, span },
    citekeySpan: { start: id.start + quoted, end: id.end - quoted },
    get item() {
      return item()
    },
  }
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

function isSound(text: string): boolean {
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
