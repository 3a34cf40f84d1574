import { type Document, isNode, parseDocument, Scalar, visit } from 'yaml'
import type { Problem, Span } from '../text/span.ts'
import type { Concept, PackSource } from './concept.ts'
import { type Complaint, isRecord, type Path, readConcepts } from './pack-concepts.ts'

/** What reading one pack gave: all that is sound, and a problem for each thing that is not. */
export interface Pack {
  readonly source: PackSource
  readonly concepts: readonly Concept[]
  readonly problems: readonly Problem[]
}

const FIELDS = ['$schema', 'schemaVersion', 'id', 'title', 'version', 'licence', 'language', 'source', 'concepts']

/**
 * Reads a pack in Stroma's own format, as JSON or YAML (`schemas/lexicon-pack.schema.json`). Never throws:
 * what is wrong costs only itself and is told with its place, an offset in `text`. `uri` names a pack that has no `id`.
 */
export function readPack(text: string, uri: string): Pack {
  const complaints: Complaint[] = []
  const { data, problems } = parse(text)
  if (!isRecord(data)) {
    const source = sourceOf({}, uri, () => undefined)
    const message = 'This is not a lexicon pack: it should be a mapping with `id`, `title`, `version` and `concepts`.'
    return { source, concepts: [], problems: problems.length ? problems : [{ message, span: firstLine(text) }] }
  }
  const complain = (path: Path, message: string) => complaints.push({ path, message })
  for (const field of Object.keys(data)) {
    if (!FIELDS.includes(field)) complain([field], `A pack has no field “${field}”; it is left out.`)
  }
  if (data.schemaVersion !== 1) {
    complain(
      ['schemaVersion'],
      'The pack should say `schemaVersion: 1`, the only version there is; it is read as that.',
    )
  }
  const source = sourceOf(data, uri, complain)
  const concepts = readConcepts(data.concepts, source, complain)
  return { source, concepts, problems: [...problems, ...placed(text, complaints)] }
}

function sourceOf(
  data: Readonly<Record<string, unknown>>,
  uri: string,
  complain: (path: Path, message: string) => void,
): PackSource {
  const name = uri.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '')
  const said = (field: string, otherwise: string) => {
    const value = data[field]
    if (typeof value === 'string' && value.trim()) return value.trim()
    if (typeof value === 'number') {
      complain([field], `The ${field} of a pack is text; put it in quotes.`)
      return String(value)
    }
    complain([field], `The pack does not say its ${field}.`)
    return otherwise
  }
  const id = said('id', name || 'pack')
  const title = said('title', id)
  const work = isRecord(data.source) ? data.source : {}
  return {
    id,
    title,
    version: said('version', 'unknown'),
    licence: said('licence', 'unknown'),
    citation: typeof work.citation === 'string' ? work.citation : title,
    ...(typeof work.doi === 'string' ? { doi: work.doi } : {}),
    ...(typeof work.pmid === 'string' || typeof work.pmid === 'number' ? { pmid: String(work.pmid) } : {}),
  }
}

/** JSON is tried first since it is some twenty times faster; whatever it does not take, YAML reads or explains. */
function parse(text: string): { data: unknown; problems: readonly Problem[] } {
  try {
    return { data: JSON.parse(text), problems: [] }
  } catch {
    try {
      const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' })
      const problems = document.errors.map(error => ({
        message: `The pack does not parse: ${error.message.replace(/\s+/g, ' ')}`,
        span: { start: Math.min(error.pos[0], text.length), end: Math.min(Math.max(...error.pos), text.length) },
      }))
      const starred = starredIn(document)
      return { data: document.toJS(), problems: [...problems, ...starred] }
    } catch (error) {
      return {
        data: undefined,
        problems: [
          {
            message: `The pack does not parse: ${error instanceof Error ? error.message : error}`,
            span: firstLine(text),
          },
        ],
      }
    }
  }
}

/**
 * The texts that begin with an asterisk and lead to no anchor, as words in italics do in YAML: each is made the word
 * itself, which would otherwise cost the whole pack.
 */
function starredIn(document: Document): Problem[] {
  const anchors = new Set<string>()
  const problems: Problem[] = []
  visit(document, {
    Alias(_, node) {
      if (anchors.has(node.source)) return undefined
      const word = node.source.replace(/\*+$/, '')
      const message = `A text that begins with “*” stands in quotes; “*${node.source}” is read as “${word}”.`
      const [start, end] = node.range ?? [0, 0]
      problems.push({ message, span: { start, end } })
      return new Scalar(word)
    },
    Node(_, node) {
      if (node.anchor) anchors.add(node.anchor)
    },
  })
  return problems
}

/** The place of each complaint, looked up only when there are any. */
function placed(text: string, complaints: readonly Complaint[]): Problem[] {
  if (complaints.length === 0) return []
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' })
  const spanOf = (path: Path): Span => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return { start: node.range[0], end: node.range[1] }
    }
    return firstLine(text)
  }
  return complaints.map(({ path, message }) => ({ message, span: spanOf(path) }))
}

const firstLine = (text: string): Span => ({ start: 0, end: text.search(/[\r\n]|$/) })
