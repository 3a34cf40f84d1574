/** A block that MyST knows and Markdown does not, at offsets in the piece. */
export interface MystBlock {
  readonly kind: 'comment' | 'target' | 'break' | 'math'
  readonly start: number
  readonly end: number
  /** Of a target its label, of an equation that of `$$ … $$ (label)`. */
  readonly label?: { readonly start: number; readonly end: number }
  /** Of an equation, what stands between the dollars. */
  readonly content?: { readonly start: number; readonly end: number }
}

const AMSMATH = /\\begin\{((?:equation|multline|gather|align|alignat|flalign|[pbBvV]?matrix|eqnarray)\*?)\}/y

export interface Prepared {
  readonly text: string
  readonly blocks: readonly MystBlock[]
  /** Fenced code and directives, in order, by whole lines. */
  readonly fences: readonly { readonly start: number; readonly end: number }[]
}

/**
 * Makes a text that a Markdown parser reads as MyST does: comments (`%`), targets, block breaks (`+++`) and equations are blanked,
 * fences of colons become fences of tildes, and definitions (`: …` below a term) become list items. No character moves.
 */
export function prepare(text: string): Prepared {
  const blocks: MystBlock[] = []
  const fences: { start: number; end: number }[] = []
  const changes: { start: number; end: number; to: ' ' | '~' | '-' }[] = []
  let fence: { character: string; length: number; quoted: boolean; start: number } | undefined
  let inList = false
  /** What was opened before and is closed nowhere: not looked for again. */
  const unclosed = new Set<string>()

  for (let start = 0; start < text.length; ) {
    const end = lineEnd(text, start)
    let next = afterLineEnd(text, end)
    const { position, quoted, marked, indentation } = contentOf(text, start, end)
    const run = fenceRun(text, position, end)

    if (fence) {
      const escaped = fence.quoted && !quoted
      if (escaped) {
        fences.push({ start: fence.start, end: start })
        fence = undefined
      } else if (
        run &&
        run.character === fence.character &&
        run.length >= fence.length &&
        isBlank(text, run.end, end)
      ) {
        if (fence.character === ':') changes.push({ start: position, end: run.end, to: '~' })
        fences.push({ start: fence.start, end: next })
        fence = undefined
      }
      if (!escaped) {
        start = next
        continue
      }
    }
    const definition = !marked && text[position] === ':' && /[ \t]/.test(text[position + 1] ?? '')
    if (definition) changes.push({ start: position, end: position + 1, to: '-' })
    const container =
      marked || definition || /^\[\^[^\]\s]+\]:/.test(text.slice(position, Math.min(end, position + 200)))
    if (position < end) inList = container || (inList && indentation > 0)
    const code = indentation >= 4 && !marked && !inList
    if (run && !code && !(run.character === '`' && text.slice(run.end, end).includes('`'))) {
      fence = { character: run.character, length: run.length, quoted, start }
      if (run.character === ':') changes.push({ start: position, end: run.end, to: '~' })
    } else if (!code && position < end) {
      const block = blockAt(text, position, end, unclosed)
      if (block) {
        blocks.push(block)
        changes.push({ start: block.start, end: block.end, to: ' ' })
        if (block.end > end) next = afterLineEnd(text, lineEnd(text, block.end))
      }
    }
    start = next
  }
  if (fence) fences.push({ start: fence.start, end: text.length })
  return { text: changed(text, changes), blocks, fences }
}

/** Where a line's content begins, past the marks of quotes and list items. */
function contentOf(text: string, start: number, end: number) {
  let position = start
  let quoted = false
  let marked = false
  let indentation = 0
  const marker = /(?:[-*+]|\d{1,9}[.)])[ \t]+/y
  for (let marks = 0; marks < 100; marks++) {
    const before = position
    while (position < end && (text[position] === ' ' || text[position] === '\t')) position++
    if (marks === 0 || !marked) indentation = position - before
    marker.lastIndex = position
    if (text[position] === '>') {
      quoted = true
      position++
    } else if (marker.test(text) && marker.lastIndex <= end) {
      marked = true
      position = marker.lastIndex
    } else break
  }
  return { position, quoted, marked, indentation }
}

function fenceRun(text: string, position: number, end: number) {
  const character = text[position]!
  if (character !== '`' && character !== '~' && character !== ':') return undefined
  let after = position
  while (after < end && text[after] === character) after++
  return after - position >= 3 ? { character, length: after - position, end: after } : undefined
}

function blockAt(text: string, position: number, end: number, unclosed: Set<string>): MystBlock | undefined {
  const line = text.slice(position, end)
  if (line[0] === '%') return { kind: 'comment', start: position, end }
  if (/^\+(?:[ \t]*\+){2}/.test(line)) return { kind: 'break', start: position, end }
  const target = /^\(([\w|@<>*./\-+:]{1,100})\)=\s*$/.exec(line)
  if (target) {
    const label = { start: position + 1, end: position + 1 + target[1]!.length }
    return { kind: 'target', start: position, end: label.end + 2, label }
  }
  if (line.startsWith('$$')) return unclosed.has('$$') ? undefined : equation(text, position, unclosed)
  AMSMATH.lastIndex = position
  const environment = AMSMATH.exec(text)?.[1]
  if (environment === undefined || unclosed.has(environment)) return undefined
  const close = text.indexOf(`\\end{${environment}}`, position)
  if (close < 0) {
    unclosed.add(environment)
    return undefined
  }
  const after = close + environment.length + 6
  return { kind: 'math', start: position, end: after, content: { start: position, end: after } }
}

/** `$$ … $$` or `$$ … $$ (label)`, whose end ends a line; a blank line does not end it. */
function equation(text: string, start: number, unclosed: Set<string>): MystBlock | undefined {
  const close = /\$\$[ \t]*(?:\(([^()\r\n]*)\))?[ \t]*(?=[\r\n]|$)/g
  close.lastIndex = start + 2
  const found = close.exec(text)
  if (!found) {
    unclosed.add('$$')
    return undefined
  }
  const content = { start: start + 2, end: found.index }
  const block = { kind: 'math', start, end: close.lastIndex, content } as const
  if (!found[1]) return block
  const labelStart = found.index + found[0].indexOf('(') + 1
  return { ...block, label: { start: labelStart, end: labelStart + found[1].length } }
}

function changed(text: string, changes: readonly { start: number; end: number; to: string }[]): string {
  const parts: string[] = []
  let position = 0
  for (const { start, end, to } of changes) {
    if (start < position) continue
    parts.push(text.slice(position, start), text.slice(start, end).replace(/[^\r\n]/g, to))
    position = end
  }
  parts.push(text.slice(position))
  return parts.join('')
}

const isBlank = (text: string, start: number, end: number): boolean => text.slice(start, end).trim() === ''

function lineEnd(text: string, start: number): number {
  let end = start
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++
  return end
}

const afterLineEnd = (text: string, end: number): number =>
  text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1
