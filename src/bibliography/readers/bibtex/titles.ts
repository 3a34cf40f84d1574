import { ordinal } from '../../../text/ordinal.ts'
import type { Fields } from './fields.ts'
import { richText, unprotected } from './latex.ts'
import { sentenceCase } from './title-case.ts'

const PERIODICAL = 'periodical'
/** Parts of a larger work: their title is theirs, `booktitle` is the work's. */
const PARTS = /^(?:inbook|incollection|inproceedings|conference|inreference|bookinbook|suppbook|suppcollection)$/

/** Title, container, series and event of an entry, put together as Pandoc does. */
export function titlesOf(entryType: string, fields: Fields): Record<string, string> {
  const english = isEnglish(fields)
  const rich = (name: string): string => richText(fields.get(name) ?? '')
  const cased = (name: string): string => unprotected(english ? sentenceCase(rich(name)) : rich(name))
  const asWritten = (name: string): string => unprotected(rich(name))

  const isPart = PARTS.test(entryType)
  const whole = fields.has('maintitle') && !isPart ? 'main' : ''
  const own = entryType === PERIODICAL && fields.has('issuetitle') ? 'issue' : whole
  const title = joined(cased(`${own}title`), cased(`${own}subtitle`), cased(`${own}titleaddon`))
  const titles: Record<string, string> = {}
  const put = (name: string, value: string): void => {
    if (value) titles[name] = value
  }
  put('title', title)
  if (fields.has('subtitle') || fields.has('titleaddon')) put('title-short', cased('shorttitle') || cased('title'))
  else put('title-short', cased('shorttitle'))
  if (whole) put('volume-title', joined(cased('title'), cased('subtitle'), cased('titleaddon')))
  else if (isPart && fields.has('maintitle'))
    put('volume-title', joined(cased('booktitle'), cased('booksubtitle'), cased('booktitleaddon')))

  put('container-title', containerOf(entryType, isPart, fields, cased, asWritten))
  put('container-title-short', asWritten('shortjournal'))
  put('collection-title', seriesOf(cased('series')))
  put('event-title', joined(cased('eventtitle'), '', cased('eventtitleaddon')))
  return titles
}

function containerOf(
  entryType: string,
  isPart: boolean,
  fields: Fields,
  cased: (name: string) => string,
  asWritten: (name: string) => string,
): string {
  if (entryType === PERIODICAL && fields.has('issuetitle')) return joined(asWritten('title'), asWritten('subtitle'), '')
  if (isPart && fields.has('maintitle'))
    return joined(cased('maintitle'), cased('mainsubtitle'), cased('maintitleaddon'))
  if (fields.has('journaltitle')) return joined(asWritten('journaltitle'), asWritten('journalsubtitle'), '')
  if (!isPart) return ''
  return joined(cased('booktitle'), cased('booksubtitle'), cased('booktitleaddon'))
}

/** `Title: Subtitle. Addition`; punctuation that stands at the end already is enough. */
function joined(title: string, subtitle: string, addition: string): string {
  const main = subtitle && title ? `${title}${/[.,;:?!]$/.test(title) ? '' : ':'} ${subtitle}` : title || subtitle
  return addition && main ? `${main}${/[.?!]$/.test(main) ? '' : '.'} ${addition}` : main || addition
}

/** English and what says no language is taken for title case. */
function isEnglish(fields: Fields): boolean {
  const language = (fields.get('langid') ?? fields.get('hyphenation') ?? '').trim().toLowerCase()
  return (
    language === '' ||
    /^(?:en\b|en-|english|american|british|usenglish|ukenglish|canadian|australian|newzealand)/.test(language)
  )
}

/** A number counts series of a journal or of books; two words stand for what each language calls them (biblatex manual, `series`). */
function seriesOf(series: string): string {
  if (/^(?:new|old)series$/i.test(series)) return `${series.slice(0, 3)} series`
  return /^\d+$/.test(series) ? `${ordinal(series)} series` : series
}
