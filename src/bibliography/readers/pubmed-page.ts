import type { Problem, Span } from '../../text/span.ts'
import { englishDate, fullPages } from '../english-date.ts'
import { compact, namedReference } from '../make-reference.ts'
import type { Bibliography, BibliographyReader, CslItem, CslName, Reference } from '../reference.ts'
import { parseVancouver } from './vancouver-line.ts'

/**
 * The page of an article on PubMed, selected and pasted as text: the article itself (title, authors, journal, DOI, PMID,
 * abstract, and its figure captions under `custom`), then the references it lists.
 */
export const pubmedPage: BibliographyReader = {
  format: 'pubmed-page',
  extensions: [],
  recognises: text =>
    /\bPubMed\b|NCBI/.test(text.slice(0, 20_000)) &&
    /^\s*Abstract\s*$/m.test(text.slice(0, 50_000)) &&
    /^\s*(?:\W?\s*\d{4} |doi: 10\.)/m.test(text.slice(0, 20_000)),
  read: readPubmedPage,
}

function readPubmedPage(text: string, uri: string): Bibliography {
  const problems: Problem[] = []
  const taken = new Map<string, number>()
  const references: Reference[] = []
  const lines = linesOf(text)
  const listed = lines.findIndex(line => line.text === 'References')
  const head = listed < 0 ? lines : lines.slice(0, listed)
  const article = readArticle(head)
  if (article) {
    const key = article.item.PMID ? `pmid:${article.item.PMID}` : undefined
    references.push(namedReference(article.item, uri, article.span, taken, key))
  } else
    problems.push({
      message: 'No title was found above “Abstract” on this PubMed page.',
      span: { start: 0, end: Math.min(1, text.length) },
    })
  for (const line of listed < 0 ? [] : lines.slice(listed + 1)) {
    if (/^\d{1,4}\.\s/.test(line.text))
      references.push(namedReference(parseVancouver(line.text.replace(/^\d+\.\s+/, '')), uri, line.span, taken))
    else if (/^(?:Publication types|MeSH terms|Related information|LinkOut|Grants and funding)/.test(line.text)) break
  }
  return { uri, format: 'pubmed-page', references, problems }
}

interface Line {
  readonly text: string
  readonly span: Span
}

function linesOf(text: string): Line[] {
  return [...text.matchAll(/[^\r\n]*\S[^\r\n]*/g)].map(({ 0: line, index }) => {
    const start = index + line.length - line.trimStart().length
    const trimmed = line.trim()
    return { text: trimmed.replace(/[\s\u00a0]+/g, ' '), span: { start, end: start + trimmed.length } }
  })
}

/** `Cancer Microenviron. 2014 Dec;7(3):95-115.`, of which pasting may lose the beginning. */
const JOURNAL =
  /^(?:([A-Z][^;]{1,150}?)?\s*\.\s+)?(\d{4}(?: [A-Z][a-z]{2}[^;:.]{0,12})?)\s*;\s*([^():;\s]*)(?:\(([^()]{1,30})\))?(?::([\w.–-]+?))?\.?(?:\s|$)/

/** `Didier Meseure et al. Cancer Microenviron. 2014 Dec.`: the line that PubMed repeats under the title. */
const BYLINE = /^(.{2,300}?)(?:,)? et al\. (.{2,150}?)\. (\d{4}.*)$/

function readArticle(lines: readonly Line[]): { item: CslItem; span: Span } | undefined {
  const abstractAt = lines.findIndex(({ text }) => text === 'Abstract')
  const top = abstractAt < 0 ? lines : lines.slice(0, abstractAt)
  const journalAt = top.findIndex(({ text }) => JOURNAL.test(text))
  const doiAt = top.findIndex(({ text }) => /^doi: ?10\./i.test(text))
  const from = Math.max(journalAt, doiAt) + 1
  const title = top
    .slice(from)
    .find(({ text }) => text.length > 20 && !/^(?:Affiliations?|Item in Clipboard|Authors)/.test(text))
  if (!title) return undefined
  const journal = JOURNAL.exec(top[journalAt]?.text ?? '')
  const byline = top.map(({ text }) => BYLINE.exec(text)).find(Boolean)
  const whole = lines.map(({ text }) => text).join('\n')
  const doi =
    /\bdoi: ?(10\.\d{4,9}\/\S*[^\s.])/i.exec(top[doiAt]?.text ?? '') ??
    /\bdoi: ?(10\.\d{4,9}\/\S*[^\s.])/i.exec(whole.slice(0, 20_000))
  const item = compact('', 'article-journal', {
    title: title.text.replace(/([^.])\.$/, '$1'),
    author: byline ? [fullName(byline[1]!), { literal: 'others' }] : authorLine(top, title),
    'container-title': journal?.[1] ?? byline?.[2],
    issued: englishDate(journal?.[2] ?? byline?.[3] ?? ''),
    volume: journal?.[3],
    issue: journal?.[4],
    page: fullPages(journal?.[5] ?? ''),
    DOI: doi?.[1],
    PMID: /\bPMID: ?(\d{1,8})\b/.exec(whole)?.[1],
    PMCID: /\bPMCID: ?(PMC\d+)\b/.exec(whole)?.[1],
    abstract: abstractAt < 0 ? '' : abstractOf(lines.slice(abstractAt + 1)),
    custom: captionsOf(lines),
  })
  return {
    item,
    span: { start: top[Math.max(0, Math.min(from, top.length) - 1)]!.span.start, end: lines.at(-1)!.span.end },
  }
}

/** `Didier Meseure`, or `Meseure D`. */
function fullName(text: string): CslName {
  const words = text.trim().split(/\s+/)
  return words.length < 2 ? { literal: text } : { family: words.at(-1)!, given: words.slice(0, -1).join(' ') }
}

/** Authors in full under the title, with the numbers of their affiliations. */
function authorLine(top: readonly Line[], title: Line): CslName[] {
  const next = top[top.indexOf(title) + 1]?.text ?? ''
  if (!/^\p{Lu}[\p{L}.' -]+(?:\s*\d[\d\s]*)?(?:,|$)/u.test(next) || next.length > 5000) return []
  return next
    .split(',')
    .map(name => fullName(name.replace(/[\d#*†‡]+/g, ' ')))
    .filter(name => name.family)
}

const abstractOf = (lines: readonly Line[]): string => {
  const end = lines.findIndex(({ text }) =>
    /^(?:PubMed Disclaimer|Figures?|References|Keywords?:|©|Copyright|Conflict of interest)/.test(text),
  )
  return lines
    .slice(0, end < 0 ? 1 : end)
    .map(({ text }) => text)
    .join(' ')
}

function captionsOf(lines: readonly Line[]): { captions: { label: string; text: string }[] } | undefined {
  const captions = lines.flatMap(({ text }, index) => {
    const next = lines[index + 1]?.text
    return /^Fig(?:ure|\.)? ?\d+\.?$/.test(text) && next && next.length > 40 ? [{ label: text, text: next }] : []
  })
  return captions.length > 0 ? { captions } : undefined
}
