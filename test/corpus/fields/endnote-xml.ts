import type { CslItem, CslName } from '../../../src/bibliography/reference.ts'

/**
 * Items as EndNote exports a library: every text in `<style>`, organisations with a comma at their end, a key and a number
 * for each record. No corpus has such files by others; real references in EndNote's form are the next best.
 */
export function endnoteXml(items: readonly CslItem[]): string {
  return `<?xml version="1.0" encoding="UTF-8" ?><xml><records>${items.map(record).join('')}</records></xml>`
}

function record(item: CslItem, index: number): string {
  const key = index + 1
  const year = item.issued?.['date-parts']?.[0]?.[0] ?? 0
  const [kind, number] = KINDS.get(item.type) ?? ['Generic', 13]
  return [
    '<record><database name="Library.enl" path="Library.enl">Library.enl</database>',
    '<source-app name="EndNote" version="21.0">EndNote</source-app>',
    `<rec-number>${key}</rec-number><foreign-keys><key app="EN" db-id="x" timestamp="1">${key}</key></foreign-keys>`,
    `<ref-type name="${kind}">${number}</ref-type><contributors>`,
    `<authors>${names(item.author)}</authors><secondary-authors>${names(item.editor)}</secondary-authors></contributors>`,
    `<titles>${field('title', item.title)}${field('secondary-title', item['container-title'])}</titles>`,
    field('pages', item.page),
    field('volume', item.volume),
    field('number', item.issue),
    year > 0 ? `<dates>${field('year', year)}</dates>` : '',
    field('electronic-resource-num', item.DOI),
    '</record>',
  ].join('')
}

const KINDS = new Map<string, readonly [string, number]>([
  ['article-journal', ['Journal Article', 17]],
  ['article', ['Electronic Article', 43]],
  ['book', ['Book', 6]],
  ['chapter', ['Book Section', 5]],
  ['paper-conference', ['Conference Proceedings', 10]],
  ['webpage', ['Web Page', 12]],
  ['report', ['Report', 27]],
  ['thesis', ['Thesis', 32]],
])

const names = (list: readonly CslName[] | undefined): string =>
  (list ?? []).map(name => `<author>${styled(nameOf(name))}</author>`).join('')

const nameOf = ({ family, given, literal, suffix, ...rest }: CslName): string =>
  literal
    ? `${literal},`
    : [[rest['dropping-particle'], rest['non-dropping-particle'], family].filter(Boolean).join(' '), given, suffix]
        .filter(Boolean)
        .join(', ')

const field = (tag: string, value: unknown): string => {
  const text = value === undefined ? '' : String(value).replace(/<[^<>]*>/g, '')
  return text ? `<${tag}>${styled(text)}</${tag}>` : ''
}

const styled = (text: string): string =>
  `<style face="normal" font="default" size="100%">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</style>`
