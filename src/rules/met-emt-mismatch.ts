import { byPassage } from './by-passage.ts'
import { defineRule } from './rule.ts'

const TRANSITIONS = [
  {
    letters: /^E[M]T$/i,
    long: /^(?:the )?mesenchymal\W+(?:to\W+)?epithelial/i,
    other: 'MET',
    right: 'epithelial-mesenchymal transition',
  },
  {
    letters: /^MET$/,
    long: /^(?:the )?epithelial\W+(?:to\W+)?mesenchymal/i,
    other: 'EMT',
    right: 'mesenchymal-epithelial transition',
  },
] as const

export const metEmtMismatch = defineRule({
  id: 'met-emt-mismatch',
  summary: 'EMT and MET are spelled out in the order of their letters.',
  why: 'The two name opposite directions; swapped letters turn the sentence around.',
  severity: 'warning',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a short form with the letters of the reverse process',
      files: `
//- paper.md
Cells that underwent mesenchymal-to-epithelial transition (EMT) grew.
                                                           ^^^ warning met-emt-mismatch: “EMT” abbreviates epithelial-mesenchymal transition; “mesenchymal-to-epithelial transition” is “MET”.
`,
    },
  ],

  check: ({ manuscript }) => mismatchesIn(manuscript),
})

const WRITTEN =
  /((?:epithelial|mesenchymal)\W{1,3}(?:to\W{1,3})?(?:epithelial|mesenchymal)\s+transitions?)\s*\(\s*(EMT|MET)s?\s*[),;]|(?<![\p{L}\p{N}])(EMT|MET)\s*\(\s*((?:epithelial|mesenchymal)\W{1,3}(?:to\W{1,3})?(?:epithelial|mesenchymal)\s+transition)/giu

const mismatchesIn = byPassage(prose =>
  [...prose.matchAll(WRITTEN)].flatMap(found => {
    const short = (found[2] ?? found[3])!
    const long = (found[1] ?? found[4])!.replace(/\s+/g, ' ')
    const wrong = TRANSITIONS.find(({ letters, long: other }) => letters.test(short) && other.test(long))
    if (!wrong) return []
    const start = found[2] ? found.index + found[0].indexOf(short, found[1]!.length) : found.index
    const span = { start, end: start + short.length }
    return [
      {
        span,
        message: `“${short}” abbreviates ${wrong.right}; “${long}” is “${wrong.other}”.`,
        fixes: [{ title: `Write “${wrong.other}”`, edits: [{ span, newText: wrong.other }], safe: false }],
      },
    ]
  }),
)
