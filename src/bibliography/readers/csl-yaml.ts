import { parseDocument } from 'yaml'
import type { Problem, Span } from '../../text/span.ts'
import { toCslItem } from '../csl-item.ts'
import { lazyReference } from '../make-reference.ts'
import { markdownFields } from '../markdown-text.ts'
import type { Bibliography, BibliographyReader, Reference } from '../reference.ts'
import { idSpan } from './inline.ts'

/** CSL-YAML: a list of items, or `references:` with one. Each item is read by itself, so that a broken one costs one. */
export const cslYaml: BibliographyReader = {
  format: 'csl-yaml',
  extensions: ['.yaml', '.yml'],
  recognises: text =>
    /^(?:---\s*\n)?(?:\s*#.*\n)*\s*(?:references:\s*(?:#.*)?\r?\n|-\s+["']?id["']?\s*:)/.test(text.slice(0, 4096)),
  read: readCslYaml,
}

/** Items longer than this are refused: no reference is, and YAML is slow to read. */
const LONGEST_ITEM = 200_000

function readCslYaml(text: string, uri: string): Bibliography {
  const references: Reference[] = []
  const problems: Problem[] = []
  const items = findItems(text)
  if (!items) {
    const message = 'This YAML is no CSL bibliography. Expected a list of items, or “references:” with one.'
    return {
      uri,
      format: 'csl-yaml',
      references,
      problems: [{ message, span: { start: 0, end: Math.min(text.length, 1) } }],
    }
  }
  for (const span of items) {
    const { value, problem } = parseItem(text, span)
    if (problem) problems.push(problem)
    const id = value?.id
    const citekey = typeof id === 'string' ? id : typeof id === 'number' ? String(id) : ''
    if (value && citekey) {
      const make = () => markdownFields(toCslItem(citekey, value))
      references.push(lazyReference(citekey, uri, span, idSpan(text, span, citekey), make))
    } else if (!problem) {
      problems.push({ message: 'This item has no “id”, so it cannot be cited.', span: firstLine(text, span) })
    }
  }
  return { uri, format: 'csl-yaml', references, problems }
}

/** The places of the items: each begins with a hyphen in the column of the first one. */
function findItems(text: string): Span[] | undefined {
  const head = /^references:[ \t]*(?:#[^\n]*)?\r?\n/m.exec(text)
  const from = head ? head.index + head[0].length : 0
  const line = /^([ ]*)(-(?=\s)|---[ \t]*\r?$|#|[^\s#-]|-\S|$)/gm
  line.lastIndex = from
  const spans: Span[] = []
  let indent = -1
  let start = -1
  const close = (end: number): void => {
    if (start >= 0) spans.push({ start, end: start + text.slice(start, end).trimEnd().length })
    start = -1
  }
  for (let found = line.exec(text); found; found = line.exec(text)) {
    if (found[0] === '') line.lastIndex++
    const [, space = '', mark] = found
    if (mark === '-' && (indent < 0 || space.length === indent)) {
      close(found.index)
      indent = space.length
      start = found.index + indent
    } else if (mark && mark !== '#' && !mark.startsWith('---') && space.length <= Math.max(indent, 0)) {
      if (indent < 0) return undefined
      close(found.index)
      break
    }
  }
  close(text.length)
  return indent < 0 ? (/^references:\s*\[\s*\]/m.test(text) ? [] : undefined) : spans
}

function parseItem(text: string, span: Span): { value?: Record<string, unknown>; problem?: Problem } {
  if (span.end - span.start > LONGEST_ITEM) {
    return { problem: { message: 'This item is longer than 200 000 characters.', span: firstLine(text, span) } }
  }
  if (isTooDeep(text, span)) {
    return { problem: { message: 'This item is nested too deeply to be a reference.', span: firstLine(text, span) } }
  }
  const indent = span.start - (text.lastIndexOf('\n', span.start - 1) + 1)
  try {
    const document = parseDocument(' '.repeat(indent) + text.slice(span.start, span.end), {
      uniqueKeys: false,
      schema: 'core',
    })
    const [error] = document.errors
    if (error) {
      const at = Math.min(span.end, Math.max(span.start, span.start - indent + error.pos[0]))
      const message = `This item is not sound YAML: ${error.message.split(/ at line|\n/)[0]}.`
      return { problem: { message, span: { start: at, end: Math.min(at + 1, text.length) } } }
    }
    const [value] = document.toJS({ maxAliasCount: 100 }) as unknown[]
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { value: value as Record<string, unknown> }
      : {}
  } catch {
    return {
      problem: {
        message: 'This item cannot be read as YAML: it is nested too deeply or repeats itself.',
        span: firstLine(text, span),
      },
    }
  }
}

/** More than a hundred brackets open, or hyphens on a line: no reference has them, and YAML takes very long over them. */
function isTooDeep(text: string, { start, end }: Span): boolean {
  let brackets = 0
  let hyphens = 0
  for (let position = start; position < end; position++) {
    const character = text[position]
    if (character === '[' || character === '{') brackets++
    else if (character === ']' || character === '}') brackets = Math.max(0, brackets - 1)
    else if (character === '\n') hyphens = 0
    else if (character === '-' && text[position + 1] === ' ') hyphens++
    if (brackets > 100 || hyphens > 100) return true
  }
  return false
}

function firstLine(text: string, { start, end }: Span): Span {
  const line = text.slice(start, Math.min(end, start + 200)).search(/[\r\n]/)
  return { start, end: line < 0 ? Math.min(end, start + 200) : start + line }
}
