import type { Cause } from './causes.ts'

/** Letters only, without case and accents: what is left when typography is no matter. */
const letters = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{M}\s{}$]+/gu, '')
    .replace(/ı/g, 'i')
    .toLowerCase()

function isPartOf(part: string, whole: string): boolean {
  let found = 0
  for (const character of whole) if (character === part[found]) found++
  return found === part.length
}

const has = (pattern: RegExp) => (source: string) => pattern.test(source)
const hasCommand = has(/\\[A-Za-z]|\\[;:,!]/)
const isWords = (year: string): boolean => !/^-?\d{4}(?:\/-?\d{4})?$/.test(year)

export const causesOfBibtex: readonly Cause[] = [
  {
    name: 'an empty line inside a value: Pandoc begins a paragraph and loses the space, or the names',
    holds: ({ source, theirs, ours }) =>
      /\n[ \t]*\n/.test(source) && (theirs === '' || letters(theirs) === letters(ours)),
  },
  {
    name: '`titleaddon` without a `title`: Pandoc has no title then',
    fields: ['title'],
    holds: ({ source, theirs }) => theirs === '' && /\btitleaddon\s*=/i.test(source) && !/\btitle\s*=/i.test(source),
  },
  {
    name: '`eid`, which Pandoc does not read, for pages',
    fields: ['page'],
    holds: ({ source, theirs }) => theirs === '' && /\beid\s*=/i.test(source),
  },
  {
    name: 'an em dash between pages: Pandoc leaves it',
    fields: ['page'],
    holds: ({ theirs, ours }) => theirs.replace(/—/g, '-') === ours,
  },
  {
    name: 'a year that is not a number: Pandoc’s CSL-JSON leaves it out, or has the year 0',
    fields: ['year'],
    holds: ({ source, theirs, ours }) =>
      /^(?:0\/0)?$/.test(theirs) &&
      (isWords(ours) || /\byear\s*=\s*[{"]*\d{4}\s*(?:--|–|—|\/|-)\s*\d{4}/i.test(source)),
  },
  {
    name: '`@conference`, which BibTeX takes for `@inproceedings` and Pandoc does not',
    fields: ['container-title'],
    holds: ({ source, theirs }) => theirs === '' && /^@conference/i.test(source),
  },
  {
    name: 'braces in a DOI: Pandoc leaves them',
    fields: ['DOI'],
    holds: ({ theirs, ours }) => theirs.replace(/[{}]/g, '') === ours,
  },
  {
    name: 'an address before a DOI: Pandoc leaves it',
    fields: ['DOI'],
    holds: ({ theirs, ours }) => theirs.replace(/^\s*(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)/i, '') === ours,
  },
  {
    name: '`AND` between names, which BibTeX takes for `and` and Pandoc does not',
    fields: ['author', 'editor'],
    holds: ({ source }) => /\s(?:AND|And)\s/.test(source),
  },
  {
    name: 'an environment inside a value',
    holds: ({ source }) => /\\begin\{/.test(source),
  },
  {
    name: "an accent with no letter that can bear it (`{\\d}ur`, `\\'\\inez`): TeX cannot read it either",
    holds: ({ source }) => /\{\\[bcdkrtuvH'"`^~=.]\}|\\'\\i[a-z]/.test(source),
  },
  {
    name: 'an i under an accent: Pandoc leaves it without its dot (`ı́` for `í`)',
    holds: ({ theirs, ours }) => theirs !== ours && theirs.replace(/ı(?=\p{M})/gu, 'i').normalize('NFC') === ours,
  },
  {
    name: 'a command that Pandoc drops, mostly with its text (`\\proglang{R}`, `\\textendash`, `\\texttrademark`)',
    holds: ({ source, theirs, ours }) =>
      hasCommand(source) && (isPartOf(letters(theirs), letters(ours)) || isPartOf(letters(ours), letters(theirs))),
  },
]
