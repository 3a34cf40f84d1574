import type { Code } from 'mdast'
import type { Spanned } from '../../text/span.ts'
import type { Directive } from '../reading.ts'
import { linesOf, type Piece, spanOf } from './place.ts'

/** A directive with its body as a piece that can be read as a manuscript of its own. */
export interface ReadDirective {
  readonly directive: Directive
  readonly body: Piece
  /** Whether the body is Markdown, and not code, maths or data. */
  readonly markdown: boolean
  /** Whether the argument is Markdown, such as a title, and not a file name. */
  readonly titled: boolean
}

const CODE =
  /^(?:code|code-block|code-cell|sourcecode|math|raw|raw:\w+|mermaid|literalinclude|include|image|toctree|csv-table|myst|index|bibliography|contents|toc|tableofcontents|embed|anywidget|any:\w+)$/
const TITLED =
  /^(?:admonition|note|tip|hint|seealso|important|attention|warning|caution|danger|error|dropdown|card|grid-item-card|tab-item|topic|sidebar|aside|margin|table|list-table|csv-table|rubric|prf:.*|exercise.*|solution.*|proof|theorem|lemma|definition|example)$/

/** Reads a fenced block whose info begins with a name in braces; nothing when it is plain code. */
export function directiveOf(piece: Piece, node: Code): ReadDirective | undefined {
  const start = node.position!.start.offset!
  const end = node.position!.end.offset!
  const fence = /[`~]{3,}/y
  fence.lastIndex = start
  if (!fence.test(piece.text)) return undefined
  const info = piece.text.slice(fence.lastIndex, end).match(/^[^\r\n]*/)![0]
  const header = /^\s*\{([^}]*)\}/.exec(info)
  const name = header && /^\s*([\w:.-]+)/.exec(header[1]!)?.[1]
  if (!name) return undefined

  const options = new Map<string, Spanned<string>>()
  const nameEnd = fence.lastIndex + header[0].length
  const argument = info.slice(header[0].length).trim()
  const argumentStart = nameEnd + info.slice(header[0].length).indexOf(argument)
  for (const [, option, quoted, plain] of header[1]!.matchAll(/\s([\w-]+)=(?:"([^"]*)"|([^\s"]+))/g)) {
    const value = quoted ?? plain ?? ''
    const valueStart = nameEnd - header[0].length + header[0].indexOf(value)
    options.set(option!, { value, span: spanOf(piece, valueStart, valueStart + value.length) })
  }
  const id = /\s#([\w-]+)/.exec(header[0])
  if (id) {
    const idStart = nameEnd - header[0].length + id.index + 2
    options.set('label', { value: id[1]!, span: spanOf(piece, idStart, idStart + id[1]!.length) })
  }

  const whole = contentOf(piece, node, fence.lastIndex + info.length, end)
  const body = readOptions(whole, options)
  return {
    directive: {
      name,
      span: spanOf(piece, start, end),
      argument: { value: argument, span: spanOf(piece, argumentStart, argumentStart + argument.length) },
      options,
      body: spanOf(body, 0, body.text.length),
    },
    body,
    markdown: !CODE.test(name),
    titled: TITLED.test(name),
  }
}

/** The code of a fenced block, each line where it stands: the parser has taken the marks of quotes and lists from it. */
export function contentOf(piece: Piece, node: Code, from: number, end: number): Piece {
  const lines = node.value.split('\n')
  let line = -1
  const content = linesOf(piece, from, end, text => {
    const value = lines[line++]
    return value === undefined ? text.length : Math.max(0, text.length - value.length)
  })
  return content.starts.length > 1
    ? dropFirstLine(content, lines.length)
    : { text: '', starts: [0], sources: content.sources }
}

/** Without the rest of the fence line, and without the closing fence. */
function dropFirstLine({ text, starts, sources }: Piece, count: number): Piece {
  const from = starts[1]!
  const end = starts[count + 1] === undefined ? text.length : starts[count + 1]! - 1
  return {
    text: text.slice(from, Math.max(from, end)),
    starts: starts.slice(1, count + 1).map(start => start - from),
    sources: sources.slice(1, count + 1),
  }
}

/** Takes `:name: value` lines, or YAML between `---` lines, from the head of a body. */
function readOptions(whole: Piece, options: Map<string, Spanned<string>>): Piece {
  const lines = whole.text.split('\n')
  const yaml = lines[0]?.trimEnd() === '---'
  let taken = yaml ? 1 : 0
  for (; taken < lines.length; taken++) {
    const line = lines[taken]!
    if (yaml && line.trimEnd() === '---') {
      taken++
      break
    }
    const option = yaml ? /^([\w-]+):[ \t]*(.*?)\s*$/.exec(line) : /^:([^:\s]+):[ \t]*(.*?)\s*$/.exec(line)
    if (!option && !yaml) break
    if (!option) continue
    const start = whole.starts[taken]! + line.indexOf(option[2]!, option[1]!.length + 1)
    options.set(option[1]!, { value: option[2]!, span: spanOf(whole, start, start + option[2]!.length) })
  }
  const from = whole.starts[taken]
  if (from === undefined)
    return { text: '', starts: [0], sources: [whole.sources.at(-1)! + (lines.at(-1)?.length ?? 0)] }
  return {
    text: whole.text.slice(from),
    starts: whole.starts.slice(taken).map(start => start - from),
    sources: whole.sources.slice(taken),
  }
}
