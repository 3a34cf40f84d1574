import type { Row } from './row.ts'

/** A sound entry that has to stay readable beside the broken one. */
const B = '@book{b, title = {B}}\n'
const RIS = 'TY  - BOOK\nID  - b\nTI  - B\nER  - \n'

/** BibTeX, and files that are no bibliography whatever they are called. */
export const bibtexRows: readonly Row[] = [
  {
    item: 'a missing comma',
    file: 'x.bib',
    text: `@book{a,\n  title = {A}\n  year = 2020\n}\n${B}`,
    reads: ['2:13 A comma is missing between “title” and “year”. Put one here.'],
    keys: ['a', 'b'],
  },
  {
    item: 'an unclosed brace',
    file: 'x.bib',
    text: `@book{a,\n  title = {A,\n  year = 2020\n}\n${B}`,
    reads: ['2:11 The brace that opens the value of “title” is not closed. Close it before the next field.'],
    keys: ['a', 'b'],
  },
  {
    item: 'an entry that is not closed',
    file: 'x.bib',
    text: `@book{a,\n  title = {A},\n  year = 2020\n\n${B}`,
    reads: ['3:13 This entry is not closed: put “}” after its last field.'],
    keys: ['a', 'b'],
  },
  {
    item: 'a stray quotation mark',
    file: 'x.bib',
    text: `@book{a,\n  title = {A}",\n  year = 2020\n}\n${B}`,
    reads: ['2:14 A quotation mark too many stands after the value of “title”. Delete it.'],
    keys: ['a', 'b'],
  },
  {
    item: 'two equals signs',
    file: 'x.bib',
    text: `@book{a, title == {A}}\n${B}`,
    reads: ['1:17 There is more than one “=” after “title”. Keep one.'],
    keys: ['a', 'b'],
  },
  {
    item: 'no key',
    file: 'x.bib',
    text: `@book{title = {A}}\n${B}`,
    reads: ['1:1 This entry has no citekey, so it cannot be cited. Write one and a comma after the brace.'],
    keys: ['b'],
  },
  {
    item: 'an empty key',
    file: 'x.bib',
    text: `@book{, title = {A}}\n${B}`,
    reads: ['1:1 This entry has no citekey, so it cannot be cited. Write one after the brace.'],
    keys: ['b'],
  },
  {
    item: 'a space in a key',
    file: 'x.bib',
    text: `@book{a b, title = {A}}\n${B}`,
    reads: ['1:7 The citekey “a b” has a space in it, so Pandoc refuses the file. Take the space out.'],
    keys: ['a b', 'b'],
  },
  {
    item: 'a zero-width space in a key',
    file: 'x.bib',
    text: `@book{\u200ba, title = {A}}\n${B}`,
    reads: ['1:7 An invisible character (U+200B) stands in or before the citekey. Delete it.'],
    keys: ['a', 'b'],
  },
  {
    item: 'an entry in ( )',
    file: 'x.bib',
    text: `@book(a, title = {A})\n${B}`,
    reads: ['1:6 This entry stands in ( ), which Pandoc does not read. Put it in { }.'],
    keys: ['a', 'b'],
  },
  {
    item: 'a comment without braces',
    file: 'x.bib',
    text: `@Comment jabref-meta: 5\n${B}`,
    reads: [
      '1:1 Pandoc reads a comment in braces only, and refuses the file. Write @comment{…}, or % before the line.',
    ],
    keys: ['b'],
  },
  {
    item: 'a comment that is not closed',
    file: 'x.bib',
    text: `@comment{ from here\n${B}`,
    reads: ['1:9 This brace is not closed, so Pandoc refuses the file. Put “}” where the comment or preamble ends.'],
    keys: ['b'],
  },
  {
    item: 'a merge conflict in an entry',
    file: 'x.bib',
    text: `@book{a,\n<<<<<<< HEAD\n  title = {A},\n=======\n  title = {B},\n>>>>>>> theirs\n}\n${B}`,
    reads: [
      '2:1 A merge conflict was left here. Keep one side and delete the lines with <<<<<<<, ======= and >>>>>>>.',
    ],
    keys: ['a', 'b'],
  },
  {
    item: 'a merge conflict around entries',
    file: 'x.bib',
    text: `<<<<<<< HEAD\n@book{a, title = {A}}\n=======\n>>>>>>> theirs\n${B}`,
    reads: [
      '1:1 A merge conflict was left here. Keep one side and delete the lines with <<<<<<<, ======= and >>>>>>>.',
    ],
    keys: ['a', 'b'],
  },
  {
    item: 'a crossref to itself',
    file: 'x.bib',
    text: `@book{a, title = {A}, crossref = {a}}\n${B}`,
    reads: ['1:34 This leads back to “a”, which inherits from this entry: Pandoc never ends on it. Delete it.'],
    keys: ['a', 'b'],
  },
  {
    item: 'crossrefs in a circle',
    file: 'x.bib',
    text: `@book{a, title = {A}, crossref = {c}}\n@book{c, crossref = {a}}\n${B}`,
    reads: ['2:21 This leads back to “a”, which inherits from this entry: Pandoc never ends on it. Delete it.'],
    keys: ['a', 'c', 'b'],
  },
  {
    item: 'xdata in a circle',
    file: 'x.bib',
    text: `@xdata{a, title = {A}, xdata = {c}}\n@xdata{c, xdata = {a}}\n${B}`,
    reads: ['2:19 This leads back to “a”, which inherits from this entry: Pandoc never ends on it. Delete it.'],
    keys: ['b'],
  },
  {
    item: 'a key that objects have',
    file: 'x.bib',
    text: `@book{__proto__, title = {A}}\n@book{constructor, crossref = {__proto__}}\n${B}`,
    reads: [],
    keys: ['__proto__', 'constructor', 'b'],
  },
  {
    item: 'a web page',
    file: 'refs.bib',
    text: '<!DOCTYPE html>\n<html><head><title>Sign in</title></head></html>\n',
    reads: [
      '1:1 This file is a web page, not a bibliography: perhaps a log-in page was saved instead. Export or download it again.',
    ],
    keys: [],
  },
  {
    item: 'a web page called JSON',
    file: 'refs.json',
    text: '<html><body>404</body></html>\n',
    reads: [
      '1:1 This file is a web page, not a bibliography: perhaps a log-in page was saved instead. Export or download it again.',
    ],
    keys: [],
  },
  {
    item: 'UTF-16 without a mark',
    file: 'x.bib',
    text: [...B].map(letter => `${letter}\0`).join(''),
    reads: ['1:1 This file is encoded in UTF-16. Save it as UTF-8.'],
    keys: [],
  },
  {
    item: 'RIS called BibTeX',
    file: 'x.bib',
    text: RIS,
    reads: ['1:1 By its name this file is BibTeX, by its text RIS; Pandoc goes by the name. Rename it.'],
    keys: ['b'],
  },
  {
    item: 'nothing at all',
    file: 'x.bib',
    text: '',
    reads: [],
    keys: [],
  },
  {
    item: 'a link that was saved as text',
    file: 'x.bib',
    text: '../Zotero/all.bib\n',
    reads: [
      '1:1 This file is a link to “../Zotero/all.bib” that was saved as text. Put a copy of the bibliography in its place.',
    ],
    keys: [],
  },
  {
    item: 'prose',
    file: 'x.bib',
    text: 'These are my notes.\n',
    reads: [
      '1:1 No reference is found in this file. Expected BibTeX, CSL-JSON, CSL-YAML, RIS, NBIB, or the XML of EndNote, PubMed or JATS.',
    ],
    keys: [],
  },
]
