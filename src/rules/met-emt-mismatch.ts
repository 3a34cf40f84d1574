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

const LONG = String.raw`(?:epithelial|mesenchymal)\W{1,3}(?:to\W{1,3})?(?:epithelial|mesenchymal)[\s-]+transitions?`
const LEAD = String.raw`(?:(?:i\.\s?e\.|or|also|the|hereafter|termed|called|known as|abbreviated(?: as)?),?\s+)*`
/** “Long form (EMT)”, “EMT (long form)”, and an entry of a list of abbreviations, “EMT, long form;”. */
const WRITTEN = new RegExp(
  [
    String.raw`(${LONG})[*_]*(?:\^[\d,–-]+\^|\s*\[[\s\d,;–-]*\])?\s*[([]\s*${LEAD}[*_]*(EMT|MET)s?[*_]*\s*[)\],;]`,
    String.raw`(?<![\p{L}\p{N}])(EMT|MET)[*_]*(?:\s*[([]|,\s(?:i\.\s?e\.|that is),?|\s(?:stands for|denotes|means|refers to))\s*${LEAD}[*_]*(${LONG})`,
    String.raw`(?<=(?:^|[;:.])\s*[*_]*)(EMT|MET)[*_]*[,:=–][*_]*\s*(${LONG})(?=\s*(?:[;.]|$))`,
  ].join('|'),
  'gimu',
)

const mismatchesIn = byPassage({ sign: new RegExp(LONG, 'iu') }, prose =>
  [...prose.matchAll(WRITTEN)].flatMap(found => {
    const short = (found[2] ?? found[3] ?? found[5])!
    const long = (found[1] ?? found[4] ?? found[6])!.replace(/\s+/g, ' ')
    const wrong = TRANSITIONS.find(({ letters, long: other }) => letters.test(short) && other.test(long))
    if (!wrong) return []
    const start = found.index + found[0].indexOf(short, found[1]?.length ?? 0)
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
