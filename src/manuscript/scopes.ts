import type { Span } from '../text/span.ts'
import type { FrontMatter } from './front-matter.ts'
import type { Block, BlockKind, Heading, Manuscript } from './manuscript.ts'
import { type Passage, passageOf } from './passage.ts'

/**
 * The parts of a manuscript that readers read apart from each other, so that an abbreviation is defined anew in each.
 * `back` is what nobody edits as prose: references, acknowledgements, funding, author lists.
 */
export type Scope = 'abstract' | 'body' | 'heading' | 'caption' | 'table' | 'back'

export interface ScopedBlock {
  readonly scope: Scope
  readonly kind: BlockKind
  readonly span: Span
  /** The prose of the block; what is no prose is blank. */
  readonly prose: string
  readonly passage: Passage
}

const ABSTRACT = /^(?:structured |plain[- ]language |lay |author )?(?:abstract|summary)$/i
/** Sections behind which a “Summary” sums up the text and is no abstract. */
const TEXT =
  /^(?:introduction|background|(?:materials?|patients?|subjects?)?(?: and )?methods?|experimental.*|results?.*|discussion|conclusions?)$/i
/** Besides a title and highlights, few sections stand before an abstract: the “Summary” of a chapter stands behind more. */
const SECTIONS_BEFORE = 3
/** What is written out in a supplement, beside lists of its files and figures. */
const SUPPLEMENT_TEXT =
  /^supplement\w*\s(?:(?:materials?|patients?)\sand\s)?(?:methods?|experimental|procedures?|results?|discussion|introduction|texts?|notes?)\b/i
/** What stands behind the references in manuscripts that are sent in: “Figure legends”, “Figures and Tables”. */
const LEGENDS =
  /^(?:(?:figures?|tables?)(?: and (?:figures?|tables?))?(?: legends?| captions?)?|(?:legends?|captions?) (?:to|for|of) (?:the )?(?:figures?|tables?))$/i
const BACK =
  /^(?:references?|bibliography|literature cited|works cited|acknowledge?ments?|(?:sources? of )?fund(?:ing|ers?)(?:[/ ]\w+)?|role of the (?:funder|funding source|sponsor)s?.*|authors?['’]?(?: information| contributions?| details)?|contribut(?:ions?|ors?)|affiliations?|(?:conflicts?|declarations?) of interests?(?: (?:disclosures?|statements?))?|declarations?|competing (?:financial )?interests?|disclosures?|disclaimers?|ethic\w*.*|consent.*|(?:data|code|software|materials?)(?: and \w+)* availability.*|availability.*|supplement\w*.*|supporting information|licen[cs]e|list of abbreviations|abbreviations(?: used)?|glossary|nomenclature|keywords?|session info\w*|colophon|about .*|(?:the )?.*\bconsortium(?: members)?)$/i
/** A paragraph that says with its first words that it is no part of the text: “**Keywords:** …”. */
const LABELLED =
  /^[*_\s]*(?:(key[ -]?words?(?: and phrases)?|index terms|mesh terms|abbreviations?(?: used)?|list of abbreviations)|(?:running |short )?(?:title|head))[*_]*\s?[:—–][*_]*\s/i
/** A heading that runs in the line of its paragraph: “**Funding.** …”. */
const RUN_IN = /^(\*\*|__)([^*_\n]{3,60}?)[.:]?\1[.:]?\s/
/** A paragraph of nothing but an image, which becomes a figure. */
const FIGURE = /^!\[[\s\S]*\]\([^()\s]*(?:\s[^()]*)?\)\s*(?:\{[^{}]*\})?\s*$/

const scoped = new WeakMap<Manuscript, readonly ScopedBlock[]>()

/** The blocks of a manuscript with the scope of each, in order. */
export function scopesOf(manuscript: Manuscript): readonly ScopedBlock[] {
  let blocks = scoped.get(manuscript)
  if (!blocks) scoped.set(manuscript, (blocks = scopeBlocks(manuscript)))
  return blocks
}

function scopeBlocks({ text, prose, blocks, headings, frontMatter }: Manuscript): ScopedBlock[] {
  const found: ScopedBlock[] = []
  const captions = htmlCaptionsIn(text)
  let next = 0
  let nextCaption = 0
  let section: Section | undefined
  let sections = 0
  let isInText = false
  for (const block of blocks) {
    for (; next < headings.length && headings[next]!.span.start <= block.span.start; next++) {
      const title = titleOf(headings[next]!)
      section = sectionOf(title, headings[next]!.level, section, { isFirst: next === 0, isInText })
      if (section === undefined || section.scope === 'body')
        isInText ||= TEXT.test(title) || ++sections > SECTIONS_BEFORE
    }
    while (nextCaption < captions.length && captions[nextCaption]!.end <= block.span.start) nextCaption++
    const passage = passageOf(prose.slice(block.span.start, block.span.end))
    const kind = isCaption(block, text, captions[nextCaption]) ? 'caption' : block.kind
    const scope = scopeOfMetadata(frontMatter, block.span.start) ?? scopeOf(kind, section?.scope, passage)
    found.push({ scope, kind, span: block.span, prose: passage.prose, passage })
  }
  return found
}

/** The captions in HTML, as converters write those of figures. */
function htmlCaptionsIn(text: string): readonly Span[] {
  const captions: Span[] = []
  let start: number | undefined
  for (const { 1: slash, index } of text.matchAll(/<(\/?)(?:fig)?caption\b/gi)) {
    if (!slash) start ??= index
    else if (start !== undefined) {
      captions.push({ start, end: index })
      start = undefined
    }
  }
  return captions
}

/** The scope of a place in the metadata: the abstract, or else a title; nothing elsewhere. */
export function scopeOfMetadata({ span: head, strings }: FrontMatter, offset: number): Scope | undefined {
  if (head === undefined || offset >= head.end) return undefined
  const field = strings.find(({ span }) => span.start <= offset && offset < span.end)
  return field?.path.some(name => /abstract|summary/i.test(name)) ? 'abstract' : 'heading'
}

function isCaption({ kind, span }: Block, text: string, nextCaption: Span | undefined): boolean {
  if (kind !== 'paragraph') return false
  if (nextCaption && nextCaption.start < span.end) return true
  return text[span.start] === '!' && FIGURE.test(text.slice(span.start, span.end))
}

interface Section {
  readonly level: number
  readonly scope: Scope
}

const titleOf = ({ text }: Heading): string => text.replace(/^[\d.\s]+|[\s:.*]+$|\{.*$|\\(?=['’])/g, '').trim()

function sectionOf(
  title: string,
  level: number,
  within: Section | undefined,
  { isFirst, isInText }: { isFirst: boolean; isInText: boolean },
): Section | undefined {
  if (ABSTRACT.test(title) && !(isInText && /^summary$/i.test(title))) return { level, scope: 'abstract' }
  // a supplement in a file of its own begins with a heading that says so
  const isSupplement = SUPPLEMENT_TEXT.test(title) || (isFirst && /^supplement/i.test(title))
  if (isSupplement || LEGENDS.test(title)) return { level, scope: 'body' }
  if (BACK.test(title)) return { level, scope: 'back' }
  return within && within.level < level ? within : undefined
}

function scopeOf(kind: BlockKind, section: Scope | undefined, { prose }: Passage): Scope {
  if (section === 'back') return 'back'
  if (kind === 'paragraph') {
    const start = prose.slice(0, 80)
    const [lead, kept] = LABELLED.exec(start) ?? []
    if (lead !== undefined) return kept === undefined ? 'heading' : 'back'
    const title = RUN_IN.exec(start)?.[2]
    if (title !== undefined && BACK.test(title) && !/^supplement/i.test(title)) return 'back'
  }
  if (kind === 'heading') return 'heading'
  if (kind === 'caption') return 'caption'
  if (kind === 'cell') return 'table'
  return section ?? 'body'
}
