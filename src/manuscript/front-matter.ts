import { type Document, isMap, isScalar, isSeq, type Node } from 'yaml'
import type { Problem, Span, Spanned } from '../text/span.ts'
import { bibliographyByLine } from './metadata/bibliography-by-line.ts'
import { findFrontMatter } from './metadata/find-front-matter.ts'
import { metadataStrings } from './metadata/metadata-strings.ts'
import { parseYaml } from './metadata/parse-yaml.ts'
import { type PlainData, plainData } from './metadata/plain-data.ts'
import { yamlProblems } from './metadata/yaml-problems.ts'

/** The YAML at the head of a manuscript, with the places of what Stroma uses. */
export interface FrontMatter {
  /** From the first `---` to the end of the closing fence line; absent when there is none. */
  readonly span?: Span
  /** All metadata as plain data; `{}` when there is none or it does not parse. Made with no prototype. */
  readonly data: Readonly<Record<string, unknown>>
  /** `bibliography:`, a string or a list, and what typed citations use, `cito-bibliography:`. */
  readonly bibliography: readonly Spanned<string>[]
  /** Inline `references:` as CSL-like items, with the place of each. */
  readonly references: readonly Spanned<Readonly<Record<string, unknown>>>[]
  /** `lexicon:` or `lexicons:`. */
  readonly lexicons: readonly Spanned<string>[]
  readonly problems: readonly Problem[]
  /** The strings in the metadata that the renderer reads as Markdown; `path` is the key names down to it. */
  readonly strings: readonly MetadataString[]
}

export interface MetadataString {
  readonly path: readonly string[]
  readonly value: string
  /** Place of the string's source in the manuscript, quotes excluded. */
  readonly span: Span
  /** Offset in the manuscript of each UTF-16 unit of `value`, where the source is not simply `value`. */
  readonly offsets?: readonly number[]
}

const ABSTRACT = /^(?:(?:structured|plain[-_ ]language|lay|author)[-_ ])?(?:abstract|summary)$/i

/** Whether a string of the metadata is prose that happens to stand there: the abstract, or a part of it, and the title. */
export const isProse = ({ path }: MetadataString): boolean =>
  path.some(name => ABSTRACT.test(name)) || (path.length === 1 && /^(?:sub)?title$/i.test(path[0]!))

/** Reads the YAML block that begins a manuscript; offsets are those of `text`. A fence that is not closed is no front matter. */
export function readFrontMatter(text: string): FrontMatter {
  const found = findFrontMatter(text)
  return found ? { ...readMetadata(text, found.content), span: found.span } : NONE
}

/** Reads the YAML in one stretch of a text, such as a metadata block further down; offsets are those of `text`. */
export function readMetadata(text: string, content: Span): Omit<FrontMatter, 'span'> {
  const source = text.slice(content.start, content.end)
  const { document, problems, read, at } = parse(source, content)
  if (!document) return { ...NONE, bibliography: bibliographyByLine(source, at), problems }

  const top = isMap(document.contents) ? document.contents : undefined
  const field = (name: string): Node | undefined => top?.get(name, true) as Node | undefined
  const data = plainData(document)
  if (data.problem) problems.push({ message: data.problem, span: content })
  return {
    data: isRecord(data.value) ? data.value : NONE.data,
    bibliography: [...paths(field('bibliography'), at), ...paths(field('cito-bibliography'), at)],
    references: items(field('references'), document, at),
    lexicons: [...paths(field('lexicon'), at), ...paths(field('lexicons'), at)],
    problems,
    strings: metadataStrings(document, read, at),
  }
}

/** From offsets in the YAML to a span in the manuscript. */
export type Place = (start: number, end: number) => Span

const NONE: FrontMatter = {
  data: Object.freeze(Object.create(null) as Record<string, unknown>),
  bibliography: [],
  references: [],
  lexicons: [],
  problems: [],
  strings: [],
}

const isRecord = (value: PlainData): value is Record<string, PlainData> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const placeIn =
  ({ start: first }: Span, original: (offset: number) => number): Place =>
  (start, end) => ({ start: first + original(start), end: first + original(end) })

interface Parsed {
  readonly document?: Document
  readonly problems: Problem[]
  /** What was parsed, and where its offsets are in the manuscript. */
  readonly read: string
  readonly at: Place
}

function parse(source: string, content: Span): Parsed {
  const at = placeIn(content, offset => offset)
  const parsed = parseYaml(source)
  if ('refused' in parsed) return { problems: [{ message: parsed.refused, span: content }], read: source, at }
  const { document, error, read, original } = parsed
  if (error) return { problems: [yamlProblems.describe(error, source, at)], read: source, at }
  return { document, problems: [], read, at: placeIn(content, original) }
}

/**
 * File names under a field: a string, or a list or map of them. Pandoc reads them as Markdown, so `a\_b.json` is `a_b.json`.
 * What R computes (`!expr`, inline code) is not known here and left out.
 */
function paths(node: Node | undefined, at: Place): Spanned<string>[] {
  if (isSeq(node)) return node.items.flatMap(item => paths(item as Node, at))
  if (isMap(node)) return node.items.flatMap(({ value }) => paths(value as Node, at))
  if (!isScalar(node) || typeof node.value !== 'string' || !node.range || node.tag?.startsWith('!')) return []
  const value = node.value.trim()
  if (value === '' || value.startsWith('`r ')) return []
  const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0
  const span = at(node.range[0] + quoted, node.range[1] - quoted)
  return [{ value: value.replace(/\\([!-/:-@[-`{-~])/g, '$1'), span }]
}

function items(node: Node | undefined, document: Document, at: Place): Spanned<Readonly<Record<string, unknown>>>[] {
  if (!isSeq(node)) return []
  return node.items.flatMap(item => {
    if (!isMap(item) || !item.range) return []
    const { value } = plainData(document, item)
    return isRecord(value) ? [{ value, span: at(item.range[0], item.range[1]) }] : []
  })
}
