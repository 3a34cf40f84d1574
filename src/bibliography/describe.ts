import { formulasAsText } from './formula-text.ts'
import { stripMarkup } from './readers/bibtex/latex.ts'
import type { CslItem, CslName } from './reference.ts'

/** “Smith & Doe 2020”, “Smith et al. 2020”, or the title, where nobody is named: what a list shows of a reference. */
export function shortLabel(item: CslItem): string {
  const who = shortAuthors(item) || shorten(plainTitle(item)) || item.id
  const year = yearOf(item)
  return year ? `${who} ${year}` : who
}

/** The people a reference is cited by: at most two family names. */
export function shortAuthors(item: CslItem): string {
  const names = creatorsOf(item).map(familyName).filter(Boolean)
  if (names.length > 2 || names.at(-1) === 'others') return `${names[0]} et al.`
  return names.join(' & ')
}

/** The authors; failing them, the editors. */
export const creatorsOf = (item: CslItem): readonly CslName[] =>
  item.author?.length ? item.author : (item.editor ?? [])

/** The name that a citation shows, with the particle that belongs to it. */
export function familyName(name: CslName): string {
  const family = name.family ?? name.literal ?? name.given ?? ''
  const particle = name['non-dropping-particle'] ?? name['dropping-particle'] ?? ''
  // “et al.” after a given name is a particle to CSL, and nothing that anyone is cited by.
  return particle.endsWith('.') ? family : withParticle(particle, family)
}

/** `van Heeringen`, `d’Eert`, `al-Hakim`: a particle and what it belongs to. */
export const withParticle = (particle: string | undefined, family: string): string =>
  particle && family ? `${particle}${/[’'-]$/.test(particle) ? '' : ' '}${family}` : particle || family

/** The year of publication, as printed; nothing when there is no date. */
export function yearOf(item: CslItem): string {
  const issued = item.issued
  const year = issued?.['date-parts']?.[0]?.[0]
  if (year !== undefined) return year < 0 ? `${-year} BC` : String(year)
  const text = String(issued?.literal ?? issued?.raw ?? '')
  return /\d{4}/.exec(text)?.[0] ?? text
}

/** The title without markup. */
export const plainTitle = (item: CslItem): string => formulasAsText(stripMarkup(item.title ?? ''))

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text)
