import type { Problem } from '../../text/span.ts'
import { atOnce, type Steps } from '../../text/steps.ts'
import { at, childrenOf, elementSteps, textOf, type XmlElement } from '../../text/xml.ts'
import { englishDate, fullPages, monthNumber } from '../english-date.ts'
import { compact, lazyReference } from '../make-reference.ts'
import type { Bibliography, BibliographyReader, CslDate, CslItem, CslName, Reference } from '../reference.ts'

/** PubMed's XML (`PubmedArticleSet`); a reference is cited as `pmid:25523234`. */
export const pubmedXml: BibliographyReader = {
  format: 'pubmed-xml',
  extensions: ['.xml'],
  recognises: text => /<(?:Pubmed(?:Book)?Article(?:Set)?|MedlineCitation(?:Set)?)\b/.test(text.slice(0, 10_000)),
  read: (text, uri) => atOnce(readPubmedXml(text, uri)),
  steps: readPubmedXml,
}

const RECORDS = new Set(['MedlineCitation', 'PubmedBookArticle'])

function* readPubmedXml(text: string, uri: string): Steps<Bibliography> {
  const references: Reference[] = []
  const unnamed: Problem[] = []
  const problems = yield* elementSteps(text, RECORDS, record => {
    const citation = record.name === 'MedlineCitation' ? record : at(record, 'BookDocument')
    const pmid = at(citation, 'PMID')
    const number = textOf(pmid)
    const span = { start: record.start, end: record.end }
    if (!pmid || !number) {
      unnamed.push({
        message: 'This record has no PMID, so it cannot be cited. Export it from PubMed again.',
        span: { start: record.start, end: record.start + 1 },
      })
      return
    }
    const citekey = `pmid:${number}`
    const make = (): CslItem => (record.name === 'MedlineCitation' ? article(citekey, record) : book(citekey, citation))
    references.push(lazyReference(citekey, uri, span, { start: pmid.start, end: pmid.end }, make))
  })
  return { uri, format: 'pubmed-xml', references, problems: [...problems, ...unnamed] }
}

function article(id: string, citation: XmlElement): CslItem {
  const record = at(citation, 'Article')
  const journal = at(record, 'Journal')
  const issue = at(journal, 'JournalIssue')
  return compact(id, typeOf(record), {
    title: textOf(at(record, 'ArticleTitle'), true).replace(/([^.])\.$/, '$1'),
    author: authors(at(record, 'AuthorList')),
    issued: pubDate(at(issue, 'PubDate')) ?? pubDate(at(record, 'ArticleDate')),
    'container-title': textOf(at(journal, 'Title')),
    'container-title-short':
      textOf(at(citation, 'MedlineJournalInfo', 'MedlineTA')) || textOf(at(journal, 'ISOAbbreviation')),
    volume: textOf(at(issue, 'Volume')),
    issue: textOf(at(issue, 'Issue')),
    page: fullPages(textOf(at(record, 'Pagination', 'MedlinePgn'))),
    abstract: childrenOf(at(record, 'Abstract'), 'AbstractText').map(labelled).join(' '),
    language: textOf(at(record, 'Language')),
    DOI: textOf(childrenOf(record, 'ELocationID').find(({ attributes }) => attributes.get('EIdType') === 'doi')),
    PMID: textOf(at(citation, 'PMID')),
    ISSN: textOf(at(journal, 'ISSN')),
  })
}

function book(id: string, document: XmlElement | undefined): CslItem {
  const whole = at(document, 'Book')
  const chapter = textOf(at(document, 'ArticleTitle'), true)
  return compact(id, chapter ? 'chapter' : 'book', {
    title: chapter || textOf(at(whole, 'BookTitle'), true),
    'container-title': chapter ? textOf(at(whole, 'BookTitle'), true) : '',
    author: authors(at(document, 'AuthorList')) ?? authors(at(whole, 'AuthorList')),
    issued: pubDate(at(whole, 'PubDate')),
    publisher: textOf(at(whole, 'Publisher', 'PublisherName')),
    'publisher-place': textOf(at(whole, 'Publisher', 'PublisherLocation')),
    abstract: childrenOf(at(document, 'Abstract'), 'AbstractText').map(labelled).join(' '),
    ISBN: textOf(at(whole, 'Isbn')),
    PMID: textOf(at(document, 'PMID')),
  })
}

function authors(list: XmlElement | undefined): CslName[] | undefined {
  return (
    list &&
    childrenOf(list, 'Author').map(author => {
      const collective = textOf(at(author, 'CollectiveName'))
      const suffix = textOf(at(author, 'Suffix'))
      if (collective) return { literal: collective }
      const family = textOf(at(author, 'LastName'))
      const given = textOf(at(author, 'ForeName')) || textOf(at(author, 'Initials'))
      return { family, ...(given && { given }), ...(suffix && { suffix }) }
    })
  )
}

function pubDate(date: XmlElement | undefined): CslDate | undefined {
  const year = Number(textOf(at(date, 'Year')))
  if (!year) return englishDate(textOf(at(date, 'MedlineDate')))
  const month = monthNumber(textOf(at(date, 'Month')))
  const day = Number(textOf(at(date, 'Day')))
  return { 'date-parts': [[year, ...(month ? [month, ...(day ? [day] : [])] : [])]] }
}

function labelled(part: XmlElement): string {
  const label = part.attributes.get('Label')
  return label ? `${label}: ${textOf(part)}` : textOf(part)
}

const typeOf = (record: XmlElement | undefined): string =>
  childrenOf(at(record, 'PublicationTypeList'), 'PublicationType').some(type => textOf(type) === 'Preprint')
    ? 'article'
    : 'article-journal'
