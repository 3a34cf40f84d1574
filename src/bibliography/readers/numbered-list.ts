import type { Problem } from '../../text/span.ts'
import { lazyReference } from '../make-reference.ts'
import type { Bibliography, BibliographyReader, Reference } from '../reference.ts'
import { parseVancouver } from './vancouver-line.ts'

/** A list of references as it is printed, each beginning with its number: `1. …`, `[1] …` or `1) …`. The number is the citekey. */
export const numberedList: BibliographyReader = {
  format: 'numbered-list',
  extensions: [],
  recognises: text => /^\s{0,4}\[?1[\].)]\s+\S.*\b(?:1[89]|20)\d\d\b/m.test(text.slice(0, 5000)),
  read: readNumberedList,
}

const NUMBER = /^[ \t]{0,8}(?:\[(\d{1,4})\]|(\d{1,4})[.)])[ \t]+(?=\S)/gm

function readNumberedList(text: string, uri: string): Bibliography {
  const references: Reference[] = []
  const problems: Problem[] = []
  const marks = [...text.matchAll(NUMBER)]
  marks.forEach((mark, index) => {
    const citekey = (mark[1] ?? mark[2])!
    const from = mark.index + mark[0].length
    const limit = marks[index + 1]?.index ?? text.length
    const blank = text.slice(from, limit).search(/\r?\n[ \t]*\r?\n/)
    const end = from + text.slice(from, blank < 0 ? limit : from + blank).trimEnd().length
    const start = mark.index + mark[0].search(/\S/)
    const number = mark.index + mark[0].indexOf(citekey)
    const item = () => ({ ...parseVancouver(text.slice(from, end)), id: citekey })
    references.push(lazyReference(citekey, uri, { start, end }, { start: number, end: number + citekey.length }, item))
  })
  return { uri, format: 'numbered-list', references, problems }
}
