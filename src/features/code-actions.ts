import type { Manuscript } from '../manuscript/manuscript.ts'
import type { Edit } from '../text/edit.ts'
import { contains, overlaps, type Span } from '../text/span.ts'

/** What code actions need of a finding; the rules' diagnostics have it. */
export interface Fixable {
  readonly uri: string
  readonly rule: string
  readonly span: Span
  readonly fixes?: readonly { readonly title: string; readonly edits: readonly Edit[]; readonly safe: boolean }[]
}

/** A change that an author can ask for at a finding. */
export interface CodeAction<Finding extends Fixable = Fixable> {
  readonly title: string
  readonly kind: 'fix' | 'suppress'
  /** What it answers to. */
  readonly finding: Finding
  readonly uri: string
  readonly edits: readonly Edit[]
  /** The one that is most likely wanted. */
  readonly preferred: boolean
}

/** The fixes of the findings that a selection touches, then a comment that silences each rule there. */
export function codeActions<Finding extends Fixable>(
  manuscript: Manuscript,
  uri: string,
  selection: Span,
  findings: readonly Finding[],
): readonly CodeAction<Finding>[] {
  const touched = findings.filter(
    finding => finding.uri === uri && (overlaps(finding.span, selection) || touches(finding.span, selection)),
  )
  const fixes = touched.flatMap(finding =>
    (finding.fixes ?? []).map(({ title, edits }, index) => {
      const preferred = index === 0 && finding.fixes!.length === 1
      return { title, kind: 'fix' as const, finding, uri, edits, preferred }
    }),
  )
  const suppressions = touched.flatMap(finding => {
    const edit = suppression(manuscript, finding)
    const title = `Silence ${finding.rule} here`
    return edit ? [{ title, kind: 'suppress' as const, finding, uri, edits: [edit], preferred: false }] : []
  })
  return [...fixes, ...suppressions.filter(isFirstOfItsEdit)]
}

/** Every safe fix of one file that does not get in the way of another; a fix is made as a whole or not at all. */
export function safeFixes(uri: string, findings: readonly Fixable[]): readonly Edit[] {
  const made: Edit[] = []
  for (const { fixes } of findings.filter(finding => finding.uri === uri)) {
    const edits = fixes?.find(({ safe }) => safe)?.edits ?? []
    const clashes = edits.some(({ span }) => made.some(edit => overlaps(edit.span, span) || same(edit.span, span)))
    if (!clashes) made.push(...edits)
  }
  return made
}

const same = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end

/**
 * The comment goes on the line before a block that begins at a line's start, else to the end of the finding's line.
 * Where a comment would change how the text is rendered (metadata, tables, code) there is none.
 */
function suppression({ text, blocks, frontMatter }: Manuscript, { rule, span }: Fixable): Edit | undefined {
  if (frontMatter.span && contains(frontMatter.span, span.start)) return undefined
  const block = blocks.find(block => contains(block.span, span.start))
  if (!block || block.kind === 'cell' || block.kind === 'definition-term') return undefined
  const lineStart = startOfLine(text, span.start)
  const newLine = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
  if (lineStart === startOfLine(text, block.span.start)) {
    const indent = text.slice(lineStart, block.span.start)
    if (/^(?: {0,3}|#{1,6}[ \t]+)$/.test(indent)) {
      return insertion(lineStart, `<!-- stroma-disable-next-line ${rule} -->${newLine}`)
    }
  }
  if (block.kind !== 'paragraph') return undefined
  const lineEnd = endOfLine(text, span.start)
  return / {2}$|\\$/.test(text.slice(lineStart, lineEnd))
    ? undefined
    : insertion(lineEnd, ` <!-- stroma-disable-line ${rule} -->`)
}

const insertion = (offset: number, newText: string): Edit => ({ span: { start: offset, end: offset }, newText })

const touches = (a: Span, b: Span): boolean => a.end === b.start || b.end === a.start

const isFirstOfItsEdit = (action: CodeAction, index: number, actions: readonly CodeAction[]): boolean =>
  actions.findIndex(other => sameEdit(other.edits[0]!, action.edits[0]!)) === index

const sameEdit = (a: Edit, b: Edit): boolean => a.span.start === b.span.start && a.newText === b.newText

function startOfLine(text: string, offset: number): number {
  let start = offset
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--
  return start
}

function endOfLine(text: string, offset: number): number {
  let end = offset
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++
  return end
}
