import { inItalics } from '../analysis/emphasis.ts'
import { scopesOf } from '../manuscript/scopes.ts'
import type { Span } from '../text/span.ts'
import { defineRule } from './rule.ts'

/** A symbol with a word behind it that says that the gene is meant, not its protein. */
const GENE =
  /(?<![\p{L}\p{N}_@/.:-])([*_]?)(\p{Lu}[\p{Lu}\p{N}]{1,7}\d?[\p{Lu}\p{N}]?)([*_]?)\s+(?:genes?|alleles?|locus|loci|promoters?|transcripts?|mRNAs?|exons?|introns?|knockout|knockdown|silencing|mutations?|mutants?|amplifications?|deletions?|polymorphisms?)(?![\p{L}\p{N}])/gu
const NO_SYMBOL =
  /^(?:DNA|RNA|PCR|ORF|CDS|SNP|HLA|MHC|WT|KO|II|III|IV|VI|[IVX]+|HIV|HPV|EBV|CMV|GFP|LINE|SINE|TATA|CMV|SV40|T7|U6|CRISPR|\d.*)$/

export const geneItalics = defineRule({
  id: 'gene-italics',
  summary: 'A gene symbol is in italics everywhere or nowhere.',
  why: 'Italics tell the gene from its protein; a symbol that is italic in one sentence and upright in the next tells nothing.',
  severity: 'off',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a symbol that is italic elsewhere',
      files: `
//- paper.md
The *TP53* gene is mutated. Loss of the *TP53* gene is late. The TP53 gene is large.
                                                                 ^^^^ warning gene-italics: “TP53” is in italics before “gene” and its like elsewhere; write “*TP53*”.
`,
    },
  ],

  *check({ manuscript }) {
    const symbols = new Map<string, { italic: number; upright: Span[] }>()
    for (const { scope, span, prose } of scopesOf(manuscript)) {
      if (scope === 'back') continue
      for (const { 1: open, 2: symbol, 3: close, index } of prose.matchAll(GENE)) {
        if (NO_SYMBOL.test(symbol!)) continue
        const known = symbols.get(symbol!) ?? { italic: 0, upright: [] }
        symbols.set(symbol!, known)
        const start = span.start + index + open!.length
        if (open && close) known.italic++
        else if (!open && !close) known.upright.push({ start, end: start + symbol!.length })
      }
    }
    for (const [symbol, { italic, upright }] of symbols) {
      if (italic < upright.length || italic === 0) continue
      for (const span of upright) {
        const newText = inItalics(manuscript, span.start, symbol)
        yield {
          span,
          message: `“${symbol}” is in italics before “gene” and its like elsewhere; write “${newText}”.`,
          fixes: [{ title: `Write “${newText}”`, edits: [{ span, newText }], safe: false }],
        }
      }
    }
  },
})
