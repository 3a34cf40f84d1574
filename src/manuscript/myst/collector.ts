import { covering } from '../../text/covering.ts'
import { byPosition, merged, type Problem, type Span, type Spanned, without } from '../../text/span.ts'
import type {
  Block,
  BlockKind,
  Citation,
  Footnotes,
  Heading,
  Image,
  Link,
  LinkDefinition,
  MathSpan,
} from '../manuscript.ts'
import type { Attributes, CodeBlock, Directive, Reading, Role } from '../reading.ts'
import type { MystItem } from './citations.ts'
import { roleItems } from './cite-role.ts'
import type { Passage } from './guard.ts'
import { normaliseLabel } from './links.ts'
import { type Piece, spanOf } from './place.ts'
import type { MystBlock } from './prepare.ts'
import { type Known, scanInlines } from './scan-inlines.ts'

export type Collector = ReturnType<typeof collector>

/** Gathers what is found, at its place in the manuscript, into a reading. */
export function collector(text: string) {
  const blocks: Block[] = []
  const citations: Citation[] = []
  const attributes: Attributes[] = []
  const headings: Heading[] = []
  const links: Link[] = []
  const images: Image[] = []
  const linkDefinitions: LinkDefinition[] = []
  const footnotes = {
    references: [] as Footnotes['references'][number][],
    definitions: [] as Footnotes['definitions'][number][],
  }
  const notes: { readonly label: string; readonly span: Span }[] = []
  const code: CodeBlock[] = []
  const math: MathSpan[] = []
  const comments: Spanned<string>[] = []
  const roles: Role[] = []
  const directives: Directive[] = []
  const nonProse: Span[] = []
  const problems: Problem[] = []

  const spanned = (span: Span): Spanned<string> => ({ value: text.slice(span.start, span.end), span })

  const found = {
    headings,
    links,
    images,
    linkDefinitions,
    footnotes,
    code,
    math,
    comments,
    directives,
    /** A footnote with all that stands in it. */
    note: (label: string, span: Span): void => void notes.push({ label: normaliseLabel(label), span }),
    nonProse: (span: Span): void => void (span.end > span.start && nonProse.push(span)),

    /** What MyST adds to the blocks of Markdown. */
    block(piece: Piece, { kind, start, end, label, content }: MystBlock): void {
      const span = spanOf(piece, start, end)
      nonProse.push(span)
      if (kind === 'comment') comments.push(spanned(spanOf(piece, start + 1, end)))
      if (content) math.push({ span, display: true, content: spanOf(piece, content.start, content.end) })
      if (!label) return
      const element = kind === 'math' ? 'equation' : isHeading(text, span.end) ? 'heading' : 'div'
      const id = spanned(spanOf(piece, label.start, label.end))
      attributes.push({ element, span, of: span, id, classes: [], values: new Map() })
    },

    /** A paragraph, heading, cell or caption: its citations, roles and maths. */
    inlines(piece: Piece, kind: BlockKind, start: number, end: number, known: readonly Known[]): void {
      blocks.push({ kind, span: spanOf(piece, start, end) })
      scan(piece, start, end, known)
    },

    /** A passage that is too much for the parser: only its citations are read. */
    passage(piece: Piece, { start, end }: Passage): void {
      problems.push({ message: BEYOND, span: spanOf(piece, start, end) })
      scan(piece, start, end, [])
    },

    tooDeep(piece: Piece): void {
      problems.push({ message: DIRECTIVES, span: spanOf(piece, 0, piece.text.length) })
    },

    reading(): Reading {
      const printed = outside(unprinted(notes, footnotes.references))
      return {
        blocks: sorted(blocks),
        citations: sorted(citations.filter(printed)),
        attributes: sorted(attributes),
        headings: sorted(headings),
        links: sorted(links),
        images: sorted(images),
        linkDefinitions: sorted(linkDefinitions),
        footnotes: { references: sorted(footnotes.references), definitions: sorted(footnotes.definitions) },
        code: sorted(code),
        math: sorted(math),
        rawTex: [],
        comments: sorted(comments),
        roles: sorted(roles),
        directives: sorted(directives),
        nonProse: merged(nonProse),
        problems: sorted(problems),
      }
    },
  }
  return found

  function scan(piece: Piece, from: number, to: number, known: readonly Known[]): void {
    const at = (start: number, end: number): Span => spanOf(piece, from + start, from + end)
    const inlines = scanInlines(
      piece.text.slice(from, to),
      known.map(node => ({ ...node, start: node.start - from, end: node.end - from })),
    )
    for (const { start, end, mode, items } of inlines.citations) {
      const span = at(start, end)
      citations.push({ span, mode, items: items.map(item => citationItem(item, at)) })
      nonProse.push(span)
    }
    for (const { start, end, marks } of inlines.math) {
      math.push({ span: at(start, end), display: marks === 2, content: at(start + marks, end - marks) })
      nonProse.push(at(start, end))
    }
    for (const role of inlines.roles) {
      const span = at(role.start, role.end)
      const content = spanned(at(role.contentStart, role.contentEnd))
      roles.push({ name: role.name, span, content })
      // what an abbreviation stands for is said in its role: {abbr}`ECM (extracellular matrix)`
      const said = /^abbr(?:eviation)?$/.test(role.name) ? [content.span] : []
      nonProse.push(...without(span, said))
      const cited = roleItems(role.name, content.value)
      if (!cited) continue
      const items = cited.items.map(item =>
        citationItem(item, (start, end) => ({ start: content.span.start + start, end: content.span.start + end })),
      )
      citations.push({ span, mode: cited.mode, items })
    }
  }
}

const BEYOND =
  'This passage holds more brackets, marks or nested blocks than Stroma follows; only its citations were read. Break it up.'
const DIRECTIVES = 'These directives are nested more deeply than Stroma follows; what is inside was not read.'

const citationItem = (item: MystItem, at: (start: number, end: number) => Span) => ({
  citekey: item.citekey,
  span: at(item.start, item.end),
  citekeySpan: at(item.keyStart, item.keyEnd),
  prefix: item.prefix,
  suffix: item.suffix,
  suppressAuthor: item.suppressAuthor,
  crossReference: false,
})

/** Whether the next line that is not blank is a heading. */
const isHeading = (text: string, end: number): boolean => /^\s*#{1,6}[ \t]/.test(text.slice(end, end + 300))

/** The footnotes that MyST leaves out: those that nothing refers to, and of two with one label the second. */
function unprinted(notes: readonly { label: string; span: Span }[], references: readonly { label: string }[]): Span[] {
  const used = new Set(references.map(({ label }) => normaliseLabel(label)))
  return notes.filter(({ label }) => !used.delete(label)).map(({ span }) => span)
}

function outside(spans: readonly Span[]): (found: { readonly span: Span }) => boolean {
  const covered = covering(spans)
  return ({ span }) => !covered(span.start)
}

const sorted = <T extends { readonly span: Span }>(list: readonly T[]): readonly T[] =>
  [...list].sort((a, b) => byPosition(a.span, b.span))
