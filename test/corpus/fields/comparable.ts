import type { CslItem, CslName } from '../../../src/bibliography/reference.ts'

/** The fields that are compared, each as one text. */
export const FIELDS = ['title', 'author', 'editor', 'year', 'DOI', 'container-title', 'volume', 'page'] as const

export type Field = (typeof FIELDS)[number]

/** What a reader made of the fields of one entry; a field that it has not is an empty text. */
export type Comparable = Readonly<Record<Field, string>>

/** An item as it is compared: white space and case protection are no differences, all else is. */
export function comparable(item: CslItem): Comparable {
  return {
    title: plain(item.title),
    author: names(item.author),
    editor: names(item.editor),
    year: yearOf(item),
    DOI: plain(item.DOI),
    'container-title': plain(item['container-title']),
    volume: plain(item.volume),
    page: plain(item.page),
  }
}

const plain = (value: unknown): string =>
  value === undefined || value === null
    ? ''
    : String(value)
        .replace(/<span class="nocase">(.*?)<\/span>/gs, '$1')
        .replace(/\s+/g, ' ')
        .trim()

const PARTS = ['family', 'given', 'dropping-particle', 'non-dropping-particle', 'suffix', 'literal'] as const

/** `family=Berg given=Anna non-dropping-particle=van den; literal=A Group` */
const names = (list: readonly CslName[] | undefined): string =>
  (list ?? [])
    .map(name => PARTS.flatMap(part => (plain(name[part]) ? [`${part}=${plain(name[part])}`] : [])).join(' '))
    .join('; ')

/** The year of a date, or of both ends of a range; what is no date, as it stands. */
function yearOf({ issued }: CslItem): string {
  const years = issued?.['date-parts']?.map(parts => String(parts[0] ?? '')) ?? []
  return years.length > 0 ? years.join('/') : plain(issued?.literal ?? issued?.raw)
}
