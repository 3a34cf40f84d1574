import { type Document, parseDocument } from 'yaml'
import { CONFLICT_START, MERGE_CONFLICT } from '../../text/conflict.ts'
import { isDeepYaml } from '../../text/deep-yaml.ts'
import type { Problem, Span } from '../../text/span.ts'
import { atOnce, type Steps } from '../../text/steps.ts'
import { toCslItem } from '../csl-item.ts'
import { lazyReference } from '../make-reference.ts'
import { markdownFields } from '../markdown-text.ts'
import type { Bibliography, BibliographyReader, Reference } from '../reference.ts'
import { invisibleIn, visibleKey } from '../visible-key.ts'
import { idSpan } from './inline.ts'
import { yamlFault } from './yaml-fault.ts'
import { isDocumentEnd, yamlItems } from './yaml-items.ts'

/** CSL-YAML: a list of items, or `references:` with one. Each item is read by itself, so that a broken one costs one. */
export const cslYaml: BibliographyReader = {
  format: 'csl-yaml',
  extensions: ['.yaml', '.yml'],
  recognises: text =>
    /^(?:---\s*\n)?(?:\s*#.*\n)*\s*(?:references:\s*(?:#.*)?\r?\n|-\s+["']?id["']?\s*:)/.test(text.slice(0, 4096)),
  read: (text, uri) => atOnce(readCslYaml(text, uri)),
  steps: readCslYaml,
}

/** Items longer than this are refused, as YAML is slow to read. The longest reference met, of 5000 authors, has 300 000 characters. */
const LONGEST_ITEM = 400_000

function* readCslYaml(text: string, uri: string): Steps<Bibliography> {
  const references: Reference[] = []
  const problems: Problem[] = []
  const list = yamlItems(text)
  if (!list) {
    const message = 'This YAML is no CSL bibliography. Expected a list of items, or “references:” with one.'
    return {
      uri,
      format: 'csl-yaml',
      references,
      problems: [{ message, span: { start: 0, end: Math.min(text.length, 1) } }],
    }
  }
  for (const span of list.items) {
    yield span.start / text.length
    const { value, problem } = parseItem(text, span)
    if (problem) problems.push(problem)
    const id = value?.id
    const citekey = typeof id === 'string' ? visibleKey(id) : typeof id === 'number' ? String(id) : ''
    if (value && citekey) {
      const place = idSpan(text, span, String(id))
      const hidden = place.start > span.start ? invisibleIn(text, place) : undefined
      if (hidden) problems.push(hidden)
      references.push(lazyReference(citekey, uri, span, place, () => markdownFields(toCslItem(citekey, value))))
    } else if (!problem) {
      problems.push({
        message: 'This item has no “id”, so it cannot be cited. Give it one.',
        span: firstLine(text, span),
      })
    }
  }
  const after = faultAfter(text, list.end)
  if (after) problems.push(after)
  return { uri, format: 'csl-yaml', references, problems }
}

/** What is wrong with the text after the list: a field that has lost its indentation ends the list and leaves the rest behind. */
function faultAfter(text: string, end: number): Problem | undefined {
  const source = text.slice(end)
  if (
    source.trim() === '' ||
    isDocumentEnd(/^.*/.exec(source)![0]) ||
    source.length > LONGEST_ITEM ||
    isDeepYaml(text, end)
  )
    return undefined
  try {
    const error = parseDocument(source, { uniqueKeys: false, schema: 'core' }).errors.find(
      ({ code }) => code !== 'MULTIPLE_DOCS',
    )
    return error && yamlFault(error, source, end)
  } catch {
    return undefined
  }
}

interface ParsedItem {
  readonly value?: Record<string, unknown>
  readonly problem?: Problem
}

function parseItem(text: string, span: Span): ParsedItem {
  const refused = (message: string): ParsedItem => ({ problem: { message, span: firstLine(text, span) } })
  if (span.end - span.start > LONGEST_ITEM)
    return refused('This item is longer than 400 000 characters, as no reference is. Check where it ends.')
  if (isDeepYaml(text, span.start, span.end))
    return refused('This item is nested too deeply to be a reference. Write it with fewer brackets.')
  const source = text.slice(span.start, span.end)
  const indent = ' '.repeat(span.start - (text.lastIndexOf('\n', span.start - 1) + 1))
  const conflict = CONFLICT_START.exec(source)
  const read = conflict ? source.replace(MARKERS, line => ' '.repeat(line.length)) : source
  try {
    const document = parseDocument(indent + read, { uniqueKeys: false, schema: 'core' })
    const [error] = document.errors
    const problem = conflict
      ? problemAt(MERGE_CONFLICT, span.start + conflict.index)
      : error && yamlFault(error, indent + read, span.start - indent.length)
    if (error) return { value: salvaged(document, source, error.code === 'MISSING_CHAR'), ...(problem && { problem }) }
    const [value] = document.toJS({ maxAliasCount: 100 }) as unknown[]
    return { ...(isRecord(value) && { value }), ...(problem && { problem }) }
  } catch {
    return refused('This item cannot be read as YAML: it is nested too deeply or repeats itself. Write its values out.')
  }
}

const MARKERS = /^(?:[<>|]{7}(?: [^\r\n]*)?|={7})$/gm

const problemAt = (message: string, start: number): Problem => ({ message, span: { start, end: start + 1 } })

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What can be had of an item that is not sound: at least the key, so that its citations resolve; `onlyKey` where a value may have run on. */
function salvaged(document: Document, source: string, onlyKey: boolean): Record<string, unknown> {
  const id = /^(?:-[ \t]+)?[ \t]*["']?id["']?:[ \t]+["']?([^\s"',}#]+)/m.exec(source)?.[1]
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 })
    const [first] = Array.isArray(value) ? value : []
    if (!onlyKey && isRecord(first) && first.id !== undefined) return first
  } catch {
    // Nothing but the key can be had.
  }
  return id === undefined ? {} : { id }
}

function firstLine(text: string, { start, end }: Span): Span {
  const line = text.slice(start, Math.min(end, start + 200)).search(/[\r\n]/)
  return { start, end: line < 0 ? Math.min(end, start + 200) : start + line }
}
