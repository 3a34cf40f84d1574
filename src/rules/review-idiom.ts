import reviewIdioms from '../../data/review-idioms.json' with { type: 'json' }
import { scopesOf } from '../manuscript/scopes.ts'
import { defineRule } from './rule.ts'

const IDIOMS = reviewIdioms.idioms.map(({ wording, usual, place }) => ({
  usual,
  place,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])${wording.replaceAll(' ', '\\s+')}(?![\\p{L}\\p{N}])`, 'giu'),
}))
const QUOTED = /“[^”]{0,300}”|"[^"\n]{0,300}"/g

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

  *check({ manuscript }) {
    for (const { scope, span: block, prose } of scopesOf(manuscript)) {
      if (scope === 'back') continue
      const plain = prose.replace(QUOTED, quoted => ' '.repeat(quoted.length))
      for (const { pattern, usual, place } of IDIOMS) {
        for (const { 0: text, index } of plain.matchAll(pattern)) {
          const start = block.start + index
          const span = { start, end: start + text.length }
          yield {
            span,
            message: `“${text.replace(/\s+/g, ' ')}” is the review’s wording (${place}); usual is “${usual}”.`,
            fixes: [{ title: `Write “${usual}”`, edits: [{ span, newText: usual }], safe: false }],
          }
        }
      }
    }
  },
})
