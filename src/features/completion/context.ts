import type { Manuscript } from '../../manuscript/manuscript.ts'
import { contains, type Span } from '../../text/span.ts'

/** How what is chosen will have to be written: `@key`, a bare key in `\cite{…}` or a role, `\@ref(…)`, `[^…]`. */
export type CompletionForm = 'at' | 'tex' | 'role' | 'bookdown' | 'link' | 'note'

/** What is being typed at the cursor, and what a choice replaces. */
export interface CompletionContext {
  readonly kind: 'citation' | 'cross-reference' | 'footnote'
  readonly form: CompletionForm
  /** From behind the opening mark to the cursor. */
  readonly query: string
  /** What a choice replaces: the query and the rest of the key behind the cursor; in `@{…}` the braces too. */
  readonly span: Span
}

/** Openings that take bare names, by what stands before the cursor on its line. */
const OPENINGS: readonly [RegExp, CompletionContext['kind'], CompletionForm][] = [
  [/\[\^([^\s[\]^]*)$/, 'footnote', 'note'],
  [/\\@ref\(([^()\s]*)$/, 'cross-reference', 'bookdown'],
  [/\\(?:[cC]|auto|eq|v|page|name)?ref\*?\{(?:[^{}]*,)?\s*([^{},]*)$/, 'cross-reference', 'tex'],
  [/\{(?:ref|numref|eq|prf:ref)\}`(?:[^`<]*<)?([^`<>]*)$/, 'cross-reference', 'role'],
  [/\]\(#([^()\s]*)$/, 'cross-reference', 'link'],
  [/\\[A-Za-z]*cite[A-Za-z]*\*?(?:\[[^\][]*\]){0,2}\{(?:[^{}]*,)?\s*([^{},]*)$/, 'citation', 'tex'],
  [/\{cite(?::[a-z]+)?\}`(?:[^`]*[,;])?\s*(?:\{[^{}`]*\})?([^`,;{}]*)$/, 'citation', 'role'],
]

/** What may follow `@` while a reference is looked for: words, none of which ends a citation item. */
const QUERY = /^\{?[^@[\]{}();,|`"']*$/
const MOST_WORDS = 6

/** How far back on the line an opening is looked for. */
const REACH = 200

/** What is being typed at `offset`, or nothing when it is neither citation, cross-reference nor footnote. */
export function completionContext(manuscript: Manuscript, offset: number): CompletionContext | undefined {
  const { text } = manuscript
  const before = lineBefore(text, offset)
  for (const [pattern, kind, form] of OPENINGS) {
    const found = pattern.exec(before)
    if (!found || !canStandAt(manuscript, offset - before.length + found.index)) continue
    const query = found[1]!
    return { kind, form, query, span: { start: offset - query.length, end: nameEnd(text, offset) } }
  }
  return atContext(manuscript, offset, before)
}

/** `@`, not behind a letter, a digit, a dot or a backslash, and the words typed behind it. */
function atContext(manuscript: Manuscript, offset: number, before: string): CompletionContext | undefined {
  const mark = before.lastIndexOf('@')
  if (mark < 0 || /[\p{L}\p{N}.\\]$/u.test(before.slice(0, mark))) return undefined
  const typed = before.slice(mark + 1)
  if (!QUERY.test(typed) || typed.split(/\s+/).length > MOST_WORDS || /^\{?\s|\s{2}/.test(typed)) return undefined
  const at = offset - before.length + mark
  if (!canStandAt(manuscript, at)) return undefined
  const braced = typed.startsWith('{')
  const end = nameEnd(manuscript.text, offset)
  const closed = braced && manuscript.text[end] === '}'
  const query = braced ? typed.slice(1) : typed
  return { kind: 'citation', form: 'at', query, span: { start: at + 1, end: closed ? end + 1 : end } }
}

function lineBefore(text: string, offset: number): string {
  const from = Math.max(0, offset - REACH)
  const before = text.slice(from, offset)
  return before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1)
}

/** Where the key or label ends that the cursor stands in. */
function nameEnd(text: string, offset: number): number {
  const rest = /^(?:[:/](?=\/)|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_])|[\p{L}\p{N}_])*/u.exec(
    text.slice(offset, offset + REACH),
  )
  return offset + (rest?.[0].length ?? 0)
}

/** Whether a mark at `start` is the manuscript's own and not part of code, mathematics, an address or a comment. */
function canStandAt(manuscript: Manuscript, start: number): boolean {
  const { text, prose, citations, crossReferences, footnotes, frontMatter } = manuscript
  if (prose[start] === text[start]) return true
  const touches = ({ span }: { span: Span }): boolean => contains(span, start)
  if (citations.some(touches) || crossReferences.some(touches) || footnotes.references.some(touches)) return true
  if (footnotes.definitions.some(({ span }) => isOnLineOf(text, span, start))) return true
  if (frontMatter.span && start < frontMatter.span.end) return isMetadataText(text, frontMatter, start)
  return text[start] === '\\' && isRawTex(manuscript, start)
}

/** In the line of a note, which is no prose as long as the text does not refer to the note; but not in code. */
function isOnLineOf(text: string, { end }: Span, start: number): boolean {
  const between = start > end && start - end < REACH ? text.slice(end, start) : undefined
  return between !== undefined && /^:[^\r\n`]*$/.test(between)
}

/** A string that the renderer reads as Markdown; while YAML is half typed, what stands behind `nocite:`. */
function isMetadataText(text: string, { strings, problems }: Manuscript['frontMatter'], start: number): boolean {
  if (strings.some(({ span }) => contains(span, start))) return true
  if (problems.length === 0) return false
  const lines = text.slice(Math.max(0, start - 2000), start)
  const field = [...lines.matchAll(/^([A-Za-z_-]+):/gm)].at(-1)
  return field?.[1] === 'nocite'
}

/** Blanked because it is a TeX command, not because it stands in code: only TeX commands between it and prose, in a block of text. */
function isRawTex({ text, prose, blocks }: Manuscript, start: number): boolean {
  if (!blocks.some(({ span }) => contains(span, start))) return false
  let from = start
  while (from > 0 && start - from < REACH && (prose[from - 1] === ' ' || prose[from - 1] === '\t')) from--
  const between = text.slice(from, start).replace(/\\[A-Za-z]+\*?(?:\[[^\][]*\])?\{[^{}]*\}/g, '')
  return between.trim() === ''
}
