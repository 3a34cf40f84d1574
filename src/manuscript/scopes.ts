import type { Span } from '../text/span.ts'
import type { Block, Heading, Manuscript } from './manuscript.ts'
import { type Passage, passageOf } from './passage.ts'

/**
 * The parts of a manuscript that readers read apart from each other, so that an abbreviation is defined anew in each.
 * `back` is what nobody edits as prose: references, acknowledgements, funding, author lists.
 */
export type Scope = 'abstract' | 'body' | 'heading' | 'caption' | 'table' | 'back'

export interface ScopedBlock {
  readonly scope: Scope
  readonly span: Span
  /** The prose of the block; what is no prose is blank. */
  readonly prose: string
  readonly passage: Passage
}

const ABSTRACT = /^(?:structured |plain[- ]language |lay |author )?(?:abstract|summary)$/i
const BACK =
  /^(?:references?|bibliography|literature cited|works cited|acknowledge?ments?|fund(?:ing|ers?)|authors?['’]?(?: information| contributions?| details)?|contribut(?:ions?|ors?)|affiliations?|(?:conflicts?|declarations?) of interests?|competing (?:financial )?interests?|disclosures?|ethic\w*.*|consent.*|(?:data|code|software|materials?)(?: and \w+)* availability.*|availability.*|supplement\w*.*|supporting information|licen[cs]e|list of abbreviations|abbreviations(?: used)?|glossary|nomenclature|keywords?|session info\w*|colophon|about .*)$/i

const scoped = new WeakMap<Manuscript, readonly ScopedBlock[]>()

/** The blocks of a manuscript with the scope of each, in order. */
export function scopesOf(manuscript: Manuscript): readonly ScopedBlock[] {
  let blocks = scoped.get(manuscript)
  if (!blocks) scoped.set(manuscript, (blocks = scopeBlocks(manuscript)))
  return blocks
}

function scopeBlocks({ prose, blocks, headings }: Manuscript): ScopedBlock[] {
  const found: ScopedBlock[] = []
  let next = 0
  let section: { level: number; scope: Scope } | undefined
  for (const block of blocks) {
    for (; next < headings.length && headings[next]!.span.start <= block.span.start; next++) {
      section = sectionOf(headings[next]!, section)
    }
    const scope = scopeOf(block, section?.scope)
    const passage = passageOf(prose.slice(block.span.start, block.span.end))
    found.push({ scope, span: block.span, prose: passage.prose, passage })
  }
  return found
}

function sectionOf({ level, text }: Heading, within: { level: number; scope: Scope } | undefined) {
  const title = text.replace(/^[\d.\s]+|[\s:.*]+$|\{.*$/g, '').trim()
  if (ABSTRACT.test(title)) return { level, scope: 'abstract' as const }
  if (BACK.test(title)) return { level, scope: 'back' as const }
  return within && within.level < level ? within : undefined
}

function scopeOf({ kind }: Block, section: Scope | undefined): Scope {
  if (section === 'back') return 'back'
  if (kind === 'heading') return 'heading'
  if (kind === 'caption') return 'caption'
  if (kind === 'cell') return 'table'
  return section ?? 'body'
}
