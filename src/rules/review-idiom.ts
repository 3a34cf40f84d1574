import reviewIdioms from '../../data/review-idioms.json' with { type: 'json' }
import { withoutQuotations } from '../analysis/quotations.ts'
import { byPassage, isEdited } from './by-passage.ts'
import { defineRule } from './rule.ts'

const IDIOMS = reviewIdioms.idioms.map(({ wording, usual, place }) => ({
  usual,
  place,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])${wording.replaceAll(' ', '\\s+')}(?![\\p{L}\\p{N}])`, 'giu'),
}))

export const reviewIdiom = defineRule({
  id: 'review-idiom',
  summary: 'The review’s unidiomatic wordings are not carried over.',
  why: 'The review that Stroma ships words some things as French does; copied into a manuscript they read as slips.',
  severity: 'info',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a wording of the abstract',
      files: `
//- paper.md
Stromal remodeling changes the status redox of cells.
                               ^^^^^^^^^^^^ info review-idiom: “status redox” is the review’s wording (abstract); usual is “redox status”.
`,
    },
  ],

  check: ({ manuscript }) => idiomsIn(manuscript),
})

const SIGN = new RegExp(reviewIdioms.idioms.map(({ wording }) => wording.replaceAll(' ', '\\s+')).join('|'), 'iu')

const idiomsIn = byPassage({ sign: SIGN, isMeant: isEdited }, prose => {
  const plain = withoutQuotations(prose)
  return IDIOMS.flatMap(({ pattern, usual, place }) =>
    [...plain.matchAll(pattern)].map(({ 0: text, index }) => {
      const span = { start: index, end: index + text.length }
      return {
        span,
        message: `“${text.replace(/\s+/g, ' ')}” is the review’s wording (${place}); usual is “${usual}”.`,
        fixes: [{ title: `Write “${usual}”`, edits: [{ span, newText: usual }], safe: false }],
      }
    }),
  )
})
