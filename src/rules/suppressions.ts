import type { Manuscript } from '../manuscript/manuscript.ts'
import type { Span, Spanned } from '../text/span.ts'

/** Says whether an author has silenced a rule at an offset by a comment. */
export type Suppressed = (rule: string, offset: number) => boolean

const DIRECTIVE = /^\s*stroma-(disable-next-line|disable-line|disable-file|disable|enable)(?=[\s:]|$)([^:]*)/

/** Stands for every rule, in a comment that names none. */
const EVERY = '*'

/**
 * Reads `<!-- stroma-disable-next-line RULE …: reason -->`, `disable-line`, `disable-file`, and ranges from `disable` to `enable`.
 * No rule named means every rule. Comments inside code are not comments and do nothing.
 */
export function suppressions({ comments, text }: Pick<Manuscript, 'comments' | 'text'>): Suppressed {
  const silenced: (Span & { readonly rule: string })[] = []
  const open = new Map<string, number>()
  const close = (rule: string, end: number): void => {
    silenced.push({ rule, start: open.get(rule)!, end })
    open.delete(rule)
  }

  for (const { kind, rules, span } of comments.flatMap(directive)) {
    if (kind === 'disable') for (const rule of rules) open.has(rule) || open.set(rule, span.end)
    else if (kind === 'enable')
      for (const rule of rules.includes(EVERY) ? [...open.keys()] : rules) open.has(rule) && close(rule, span.start)
    else for (const rule of rules) silenced.push({ rule, ...reach(kind, text, span) })
  }
  for (const rule of [...open.keys()]) close(rule, text.length)

  return (rule, offset) =>
    silenced.some(
      range => (range.rule === EVERY || range.rule === rule) && range.start <= offset && offset <= range.end,
    )
}

function directive({ value, span }: Spanned<string>) {
  const found = DIRECTIVE.exec(value)
  if (!found) return []
  const named = found[2]!.split(/[\s,]+/).filter(Boolean)
  return [{ kind: found[1]!, rules: named.length > 0 ? named : [EVERY], span }]
}

function reach(kind: string, text: string, span: Span): Span {
  if (kind === 'disable-file') return { start: 0, end: text.length }
  if (kind === 'disable-line') return lineAt(text, span.start)
  return lineAt(text, Math.min(text.length, lineAt(text, span.end).end + 1))
}

/** The line that an offset is in, with a line end of two characters counted to the next line's start. */
function lineAt(text: string, offset: number): Span {
  let start = offset
  while (start > 0 && !isLineEnd(text, start - 1)) start--
  let end = offset
  while (end < text.length && !isLineEnd(text, end)) end++
  return { start, end: text[end] === '\r' && text[end + 1] === '\n' ? end + 1 : end }
}

const isLineEnd = (text: string, offset: number): boolean => text[offset] === '\n' || text[offset] === '\r'
