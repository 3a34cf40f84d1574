import { citedReferences } from './cited-references.ts'
import { defineRule } from './rule.ts'

export const unportableCitekey = defineRule({
  id: 'unportable-citekey',
  summary: 'The citekeys of cited references are read the same by every renderer.',
  why: 'Spaces, accents written as two characters and unusual signs end a citekey early in one renderer or another; letters beyond ASCII are cut by MyST.',
  severity: 'info',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a citekey that has to be put in braces',
      files: `
//- refs.bib
@article{smith(2020), title = {Fibroblasts}, author = {Smith, Ann}, journal = {Stroma}, year = 2020}
         ^^^^^^^^^^^ info unportable-citekey: The citekey “smith(2020)” is cut short where it is cited without braces, at “(”; rename it.
//- paper.md
---
bibliography: refs.bib
---
Fibroblasts remodel the matrix [@{smith(2020)}].
`,
    },
  ],

  *check(analysis) {
    for (const { citekey, citekeySpan: span, location } of citedReferences(analysis).keys()) {
      const fault = faultOf(citekey, analysis.manuscript.dialect === 'myst')
      if (fault) yield { uri: location.uri, span, message: `The citekey “${citekey}” ${fault}; rename it.` }
    }
  },
})

/** Pandoc's key without braces: letters, digits and `_`, and single signs between them. */
const PANDOC = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_])|[:/](?=\/))*/u

function faultOf(citekey: string, isMyst: boolean): string | undefined {
  if (/\s/.test(citekey)) return 'has a space in it'
  if (citekey !== citekey.normalize('NFC')) return 'has an accent written as a character of its own'
  const read = PANDOC.exec(citekey)?.[0] ?? ''
  if (read !== citekey)
    return `is cut short where it is cited without braces, at “${citekey.slice(read.length, read.length + 1)}”`
  return isMyst && /[^\x00-\x7f]/.test(citekey) ? 'has letters that MyST does not read in citekeys' : undefined
}
