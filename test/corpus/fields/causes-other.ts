import type { Cause } from './causes.ts'

const names = (text: string): readonly string[] => text.split('; ').filter(Boolean)
const words = (text: string): string =>
  text
    .replace(/(?:family|given|literal|suffix|(?:non-)?dropping-particle)=/g, '')
    .split(/[\s;,]+/)
    .filter(Boolean)
    .sort()
    .join(' ')

const letters = (text: string): string => text.replace(/<[^<>]*>|[^\p{L}\p{N}]/gu, '').toLowerCase()

/** NBIB and PubMed's XML are compared with BibTeX of the same records, which JabRef's authors wrote. */
const isPubmed = (format: string): boolean => format === 'NBIB' || format === 'PubMed XML'

export const causesOfOthers: readonly Cause[] = [
  {
    name: 'the same words: in BibTeX a title loses capitals and italics, and JabRef keeps PubMed’s full stop',
    fields: ['title'],
    holds: ({ format, theirs, ours }) => isPubmed(format) && letters(theirs) === letters(ours),
  },
  {
    name: 'several titles in one record, which JabRef joins',
    fields: ['title'],
    holds: ({ format, source }) => isPubmed(format) && (source.match(/^TI {2}- /gm)?.length ?? 0) > 1,
  },
  {
    name: 'a straight apostrophe, which BibTeX makes curly',
    fields: ['author', 'editor'],
    holds: ({ format, theirs, ours }) => isPubmed(format) && theirs === ours.replaceAll("'", '’'),
  },
  {
    name: 'a suffix that JabRef leaves out',
    fields: ['author', 'editor'],
    holds: ({ format, theirs, ours }) => isPubmed(format) && theirs === ours.replace(/ suffix=[^;]*/g, ''),
  },
  {
    name: 'a name without any part, which Pandoc keeps',
    fields: ['author', 'editor'],
    holds: ({ theirs, ours }) => /(?:^|; )(?:$|;)/.test(theirs) && names(theirs).join('; ') === ours,
  },
  {
    name: '`N` without quotation marks in YAML, which Pandoc takes for “no”',
    fields: ['author', 'editor'],
    holds: ({ format, theirs, ours }) => /YAML/.test(format) && theirs === ours.replace(/ given=[NnYy](?=;|$)/g, ''),
  },
  {
    name: 'a date without a year: Pandoc has the year 0',
    fields: ['year'],
    holds: ({ theirs, ours }) => /^0?$/.test(theirs) && !/^-?\d/.test(ours),
  },
  {
    name: 'a date of RIS with slashes (`2001/05//`): Pandoc cannot read it',
    fields: ['year'],
    holds: ({ source, theirs, ours }) =>
      /^(?:PY|Y1) {2}- \s*\d{4}\//m.test(source) && (theirs === '' || theirs.startsWith(`${ours}/`)),
  },
  {
    name: 'a date in `DA` only, which Pandoc does not read',
    fields: ['year'],
    holds: ({ source, theirs }) => theirs === '' && /^DA {2}- /m.test(source),
  },
  {
    name: 'a year of fewer than four digits, or before Christ',
    fields: ['year'],
    holds: ({ source, theirs, ours }) =>
      !/^\d{4}$/.test(theirs) &&
      (/-/.test(theirs + ours) || /^\d{1,3}$/.test(theirs) || /^PY {2}- \d+ BC$/m.test(source)),
  },
  {
    name: '`electronic-resource-num`, which Pandoc does not read, for the DOI',
    fields: ['DOI'],
    holds: ({ format, theirs }) => /^EndNote/.test(format) && theirs === '',
  },
  {
    name: 'a dash or a shortened last page, which Pandoc leaves',
    fields: ['page'],
    holds: ({ format, theirs, ours }) =>
      /^EndNote/.test(format) && ours.startsWith(theirs.replace(/[–—]/g, '-').replace(/\d+$/, '')),
  },
  {
    name: 'a title in `BT` or `ST`, or a journal in `BT`, `JA`, `J1` or `J2`: Pandoc does not look there',
    fields: ['title', 'container-title'],
    holds: ({ format, source, theirs }) =>
      /^RIS/.test(format) && theirs === '' && /^(?:BT|ST|J[A12]) {2}- /m.test(source),
  },
  {
    name: 'an address before a DOI: Pandoc leaves it',
    fields: ['DOI'],
    holds: ({ theirs, ours }) => theirs.replace(/^\s*(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)/i, '') === ours,
  },
  {
    name: 'a DOI outside of `DO`, where Pandoc does not look',
    fields: ['DOI'],
    holds: ({ format, source, theirs }) => /^RIS/.test(format) && theirs === '' && !/^DO {2}- /m.test(source),
  },
  {
    name: 'one page as first and as last, or a range in one line: Pandoc joins the lines as they are',
    fields: ['page'],
    holds: ({ format, theirs, ours }) =>
      /^RIS/.test(format) && theirs.replace(/[–—]/g, '-').replace(/-+/g, '-').includes(ours.replace(/^-/, '')),
  },
  {
    name: 'a name of RIS or EndNote with a suffix: Pandoc takes the suffix for the given name',
    fields: ['author', 'editor'],
    holds: ({ theirs, ours }) => ours.includes('suffix=') && words(theirs) === words(ours),
  },
  {
    name: 'an organisation: Pandoc calls its name a family name, or takes it apart',
    fields: ['author', 'editor'],
    holds: ({ theirs, ours }) => ours.includes('literal=') && words(theirs) === words(ours),
  },
]
