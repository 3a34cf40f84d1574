import type { Analysis } from '../../analysis/analysis.ts'
import type { Concept, Identifier, Mention, PackSource, Relation } from '../../lexicon/concept.ts'
import { licenceName } from '../../lexicon/licence.ts'
import { contains } from '../../text/span.ts'
import type { HoverProvider } from './hover.ts'
import { doiAddress, identifierLink, pmidAddress } from './identifiers.ts'
import { bold, italic, link, paragraphs, plain } from './markdown.ts'

/** Statements, related concepts and identifiers beyond these are left out: a hover is read at a glance. */
const MOST_STATEMENTS = 8
const MOST_RELATED = 12
const MOST_IDENTIFIERS = 8

/** Hovering a mention shows what the lexicon's source says of the concept, and where. */
export const hoverMention: HoverProvider = (analysis, offset) => {
  const mention = analysis.mentions.find(({ span }) => contains(span, offset))
  return mention && { span: mention.span, markdown: mentionMarkdown(analysis, mention) }
}

/** Everything known of the concepts that a mention may mean, likeliest first. */
export function mentionMarkdown(analysis: Analysis, mention: Mention): string {
  return mention.concepts.map(concept => conceptMarkdown(analysis, concept)).join('\n\n---\n\n')
}

/** One concept: its label and category, the statements with their places, related concepts, identifiers and the source. */
export function conceptMarkdown({ lexicon }: Analysis, concept: Concept): string {
  const statements = concept.statements.slice(0, MOST_STATEMENTS)
  return paragraphs(
    [bold(concept.label), plain(concept.category)].filter(Boolean).join(' · '),
    statements.map(({ text, place }) => `- ${plain(text)} (${italic(place)})`).join('\n'),
    related(concept.relations, id => lexicon.concepts.get(id)?.label),
    identifiersLine(concept.identifiers),
    sourceLine(concept),
  )
}

/** Where other vocabularies have the concept: first those that mean the same. */
function identifiersLine(identifiers: readonly Identifier[]): string {
  const isExact = ({ match }: Identifier): boolean => match === 'exact'
  const said = [...identifiers.filter(isExact), ...identifiers.filter(one => !isExact(one))].map(one =>
    [identifierLink(one.system, one.id), isExact(one) ? undefined : `(${plain(one.match)})`].filter(Boolean).join(' '),
  )
  const more = said.length > MOST_IDENTIFIERS ? [`${said.length - MOST_IDENTIFIERS} more`] : []
  return [...said.slice(0, MOST_IDENTIFIERS), ...more].join(' · ')
}

/** “Related: stromal cell (interacts with), autophagy (acquires)”, each concept once. */
function related(relations: readonly Relation[], labelOf: (id: string) => string | undefined): string {
  const verbs = new Map<string, Set<string>>()
  for (const { relation, concept } of relations) {
    const label = labelOf(concept)
    if (label === undefined) continue
    verbs.set(label, (verbs.get(label) ?? new Set()).add(relation.replaceAll('-', ' ')))
  }
  const said = [...verbs].map(([label, relations]) => `${plain(label)} (${plain([...relations].join(', '))})`)
  const more = said.length > MOST_RELATED ? [`${said.length - MOST_RELATED} more`] : []
  return said.length === 0 ? '' : `Related: ${[...said.slice(0, MOST_RELATED), ...more].join(', ')}`
}

const isKnown = (text: string): boolean => text !== '' && text !== 'unknown'

/** Whether a pack is drawn from a work, and is not itself the source. */
const isOther = ({ doi, pmid }: PackSource): boolean => doi !== undefined || pmid !== undefined

/** The source, and of the pack that is drawn from it the version and licence. */
function sourceLine({ pack }: Concept): string {
  const doi = pack.doi === undefined ? undefined : doiAddress(pack.doi)
  const pmid = pack.pmid === undefined ? undefined : pmidAddress(pack.pmid)
  const links = [doi && link(`doi:${pack.doi}`, doi), pmid && link(`PMID ${pack.pmid}`, pmid)].filter(Boolean)
  const said = pack.citation || pack.title
  const version = isKnown(pack.version) && !said.includes(pack.version) ? [`version ${pack.version}`] : []
  const licence = isKnown(pack.licence) ? [`licence ${licenceName(pack.licence)}`] : []
  const terms = [...version, ...licence].join(', ')
  return `Source: ${[plain(said), ...links, ...(terms ? [plain(`${isOther(pack) ? 'pack ' : ''}${terms}`)] : [])].join(' · ')}`
}
