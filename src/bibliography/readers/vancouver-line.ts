import { englishDate, fullPages } from '../english-date.ts'
import { compact } from '../make-reference.ts'
import type { CslItem, CslName } from '../reference.ts'
import { medlineName } from './nbib.ts'

/**
 * What can be told of a reference that is written out, in the order of the ICMJE (“Vancouver”):
 * `Authors. Title. Journal. 2004;4(11):839–849. doi:…`. What does not fit stays in the title.
 */
export function parseVancouver(line: string): CslItem {
  const text = line.replace(/\s+/g, ' ').trim().slice(0, 5000)
  const doi = /\b10\.\d{4,9}\/[^\s"<>]*[^\s"<>.,;)]/.exec(text)?.[0]
  const pmid = /\bPMID:?\s*(\d{1,8})\b/i.exec(text)?.[1]
  const pmcid = /\bPMC\d{3,}\b/.exec(text)?.[0]
  const body = text
    .replace(/\s+-\s+(?:PMC|PubMed|DOI)\b.*$/, '')
    .replace(/\s*(?:\bdoi:?\s*|https?:\/\/(?:dx\.)?doi\.org\/)10\..*$/i, '')
  const ids = { DOI: doi, PMID: pmid, PMCID: pmcid }
  const place = PLACE.exec(body)
  if (!place) return compact('', '', { ...authorsAndTitle(body), issued: englishDate(body), ...ids })
  const [, date = '', volume, issue, pages] = place
  const { author, title, rest } = authorsAndTitle(body.slice(0, place.index))
  return compact('', 'article-journal', {
    author,
    title,
    'container-title': rest,
    issued: englishDate(date),
    volume,
    issue,
    page: fullPages(pages ?? ''),
    ...ids,
  })
}

/** `2004;4(11):839–849` and its shorter forms. */
const PLACE =
  /\b(\d{4}(?: [A-Z][a-z]{2}(?:-[A-Z][a-z]{2})?(?: \d{1,2})?)?)\s*;\s*([\w.-]+)?\s*(?:\(([^()]{1,40})\))?\s*(?::\s*([A-Za-z]?[\w–-]+))?/

function authorsAndTitle(head: string): { author: CslName[]; title: string; rest: string } {
  const text = head.trim().replace(/\.$/, '')
  const names = AUTHORS.exec(text)?.[0] ?? ''
  const author = names
    .replace(/\.\s*$/, '')
    .split(/,\s+/)
    .filter(Boolean)
    .map(name => (/^et al$/i.test(name) ? { literal: 'others' } : medlineName(name)))
  const after = text.slice(names.length)
  const cut = journalStart(after)
  const title = (cut < 0 ? after : after.slice(0, cut)).trim().replace(/\.$/, '')
  return { author, title, rest: cut < 0 ? '' : after.slice(cut).trim() }
}

/** Family names with initials and groups, up to the full stop after the last. */
const AUTHORS = /^(?:[\p{L}’' -]{1,60} \p{Lu}{1,4}(?: (?:Jr|Sr|[23][rn]d))?(?:, |\. |\.$))+(?:et al\. ?)?/u

/** Where the last sentence of “Title. Journal” begins. */
function journalStart(text: string): number {
  const stop = Math.max(text.lastIndexOf('. '), text.lastIndexOf('? '), text.lastIndexOf('! '))
  return stop < 0 ? -1 : stop + 2
}
