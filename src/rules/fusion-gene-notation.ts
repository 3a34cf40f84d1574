import fusionGenes from '../../data/fusion-genes.json' with { type: 'json' }
import { scopesOf } from '../manuscript/scopes.ts'
import { defineRule } from './rule.ts'

const FUSION = new RegExp(
  `(?<![\\p{L}\\p{N}:_-])(?:${fusionGenes.fusions.map(name => name.replace('::', '(?:[-–/]|:(?!:))')).join('|')})(?![\\p{L}\\p{N}_])`,
  'gu',
)

export const fusionGeneNotation = defineRule({
  id: 'fusion-gene-notation',
  summary: 'The partners of a gene fusion are joined by a double colon.',
  why: 'A hyphen also joins symbols of read-through genes and a slash joins alternatives; HGNC recommends “::” since 2021.',
  severity: 'off',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a fusion written with a hyphen',
      files: `
//- paper.md
All patients carried *BCR-ABL1*.
                      ^^^^^^^^ warning fusion-gene-notation: The fusion “BCR-ABL1” is written “BCR::ABL1” in HGNC’s notation.
`,
    },
  ],

  *check({ manuscript }) {
    for (const { scope, span: block, prose } of scopesOf(manuscript)) {
      if (scope === 'back') continue
      for (const { 0: text, index } of prose.matchAll(FUSION)) {
        const newText = text.replace(/[-–/:]/, '::')
        const span = { start: block.start + index, end: block.start + index + text.length }
        yield {
          span,
          message: `The fusion “${text}” is written “${newText}” in HGNC’s notation.`,
          fixes: [{ title: `Write “${newText}”`, edits: [{ span, newText }], safe: false }],
        }
      }
    }
  },
})
