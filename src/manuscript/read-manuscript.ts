import type { Span } from '../text/span.ts'
import { DIALECTS, interpret } from './dialects/interpret.ts'
import { readFrontMatter } from './front-matter.ts'
import type { Citation, DialectName, Manuscript } from './manuscript.ts'
import type { Attributes, Reading } from './reading.ts'

const KEY =
  /(-?)@(?:([\p{L}\p{N}_*](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_])|[:/](?=\/))*)|\{((?:[^{}\s]|\{[^{}\s]*\})*)\})/gu

/** Reads a manuscript as the renderer of its dialect does. */
export function readManuscript(text: string, dialectName: DialectName, _previous?: Manuscript): Manuscript {
  const dialect = DIALECTS[dialectName]
  const frontMatter = readFrontMatter(text)
  let masked = text
  const nonProse: Span[] = []
  const blank = (span: Span) => {
    nonProse.push(span)
    masked =
      masked.slice(0, span.start) + masked.slice(span.start, span.end).replace(/[^\r\n]/g, ' ') + masked.slice(span.end)
  }
  if (frontMatter.span) blank(frontMatter.span)
  const spans = (pattern: RegExp) =>
    [...masked.matchAll(pattern)].map(found => ({
      found,
      span: { start: found.index, end: found.index + found[0].length },
    }))
  for (const { span } of spans(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^\1`*[ \t]*$|(?![\s\S]))/gm)) blank(span)
  const comments = spans(/<!--([\s\S]*?)-->/g).map(({ found, span }) => ({ value: found[1]!, span }))
  for (const { span } of comments) blank(span)
  for (const { span } of spans(/(`+)[^`\n]+\1|\$[^$\n]+\$/g)) blank(span)
  const attributes: Attributes[] = spans(/\{#([\w:.-]+)[^}\n]*\}/g).map(({ found, span }) => ({
    element: 'image',
    span,
    of: span,
    id: { value: found[1]!, span: { start: span.start + 2, end: span.start + 2 + found[1]!.length } },
    classes: [],
    values: new Map(),
  }))
  for (const { span } of attributes) blank(span)
  const images = spans(/!\[([^\]\n]*)\]\(([^)\s]*)\)/g).map(({ found, span }) => ({
    span,
    text: { start: span.start + 2, end: span.start + 2 + found[1]!.length },
    caption: found[1]!,
    destination: { value: found[2]!, span: { start: span.end - 1 - found[2]!.length, end: span.end - 1 } },
  }))
  const footnotes = spans(/\[\^([^\]\s^]+)\](:?)/g).map(({ found, span }) => ({
    definition: found[2] === ':',
    label: found[1]!,
    span: { start: span.start, end: span.end - found[2]!.length },
  }))
  const items = spans(KEY).filter(({ span }) => !/[\p{L}\p{N}.]/u.test(masked[span.start - 1] ?? ' '))
  const groups = spans(/\[(?!\^)[^[\]]*@[^[\]]*\]/g).map(({ span }) => span)
  const citations: Citation[] = []
  const inGroup = new Map<Span, Citation['items'][number][]>()
  for (const { found, span } of items) {
    const key = (found[2] ?? found[3])!
    const end = span.end - (found[3] === undefined ? 0 : 1)
    const item = {
      citekey: key,
      span,
      citekeySpan: { start: end - key.length, end },
      prefix: '',
      suffix: '',
      suppressAuthor: found[1] === '-',
      crossReference: false,
    }
    const group = groups.find(({ start, end }) => start < span.start && span.end < end)
    if (!group) citations.push({ span, mode: 'narrative', items: [item] })
    else if (inGroup.has(group)) inGroup.get(group)!.push(item)
    else {
      const list = [item]
      inGroup.set(group, list)
      citations.push({ span: group, mode: 'parenthetical', items: list })
    }
  }
  for (const { span } of citations) blank(span)
  const reading: Reading = {
    blocks: spans(/[^\s][^\n]*(?:\n[^\s][^\n]*)*/g).map(({ span }) => ({ kind: 'paragraph', span })),
    citations,
    attributes,
    headings: spans(/^(#{1,6})[ \t]+(.*)$/gm).map(({ found, span }) => ({
      level: found[1]!.length,
      text: found[2]!,
      span,
    })),
    links: [],
    images,
    linkDefinitions: [],
    footnotes: {
      references: footnotes.filter(mark => !mark.definition),
      definitions: footnotes.filter(mark => mark.definition),
    },
    code: [],
    math: [],
    rawTex: [],
    comments,
    roles: [],
    directives: [],
    nonProse,
    problems: [],
  }
  return {
    text,
    dialect: dialectName,
    frontMatter,
    prose: masked,
    ...reading,
    ...interpret(text, reading, frontMatter, dialect),
  }
}
