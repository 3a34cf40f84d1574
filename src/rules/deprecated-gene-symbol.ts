import deprecatedGeneSymbols from '../../data/deprecated-gene-symbols.json' with { type: 'json' }
import knownAbbreviations from '../../data/known-abbreviations.json' with { type: 'json' }
import { definitionsByName } from '../analysis/definitions.ts'
import type { Passage } from '../manuscript/passage.ts'
import { scopesOf } from '../manuscript/scopes.ts'
import { strings } from '../settings/setting.ts'
import { memoByObject } from '../text/memo.ts'
import { defineRule } from './rule.ts'

const KNOWN: ReadonlySet<string> = new Set(Object.values(knownAbbreviations).flat())
const SYMBOLS: ReadonlyMap<string, string> = new Map(Object.entries(deprecatedGeneSymbols.symbols))
/** What the symbols of the list are spelled out as; a manuscript may define the same letters as something else. */
const GENE = /septin|membrane|ring|amidoxime/i
/** A symbol without a digit is as often an abbreviation: it is a gene's in italics and before these words. */
const GENE_WORD =
  /^[*_]*\s+(?:genes?|mRNAs?|transcripts?|expression|promoters?|mutations?|mutants?|alleles?|knock(?:down|out)|protein)(?![\p{L}\p{N}])/u
/** A word behind the hyphen, “SEPT9-deficient”, and some before it leave the symbol what it is; other parts make another name of it. */
const SYMBOL =
  /(?<![\p{L}\p{N}_@/.]|(?<!(?:^|[^\p{L}])(?:[Aa]nti|[Nn]on|[Pp]hospho|GFP|FLAG|HA))-)\p{Lu}[\p{Lu}\p{N}]{2,}(?![\p{L}\p{N}_]|-(?!\p{Ll}{3})\p{L})/gu

export const deprecatedGeneSymbol = defineRule({
  id: 'deprecated-gene-symbol',
  summary: 'A gene has its present symbol.',
  why: 'The HUGO Gene Nomenclature Committee renamed genes such as SEPT9 since spreadsheets made dates of them.',
  severity: 'warning',
  since: '0.1.0',
  options: {
    renamed: strings(
      'More symbols with what they are called now, each as “OLD=NEW”; whole lists, such as HGNC’s, are named by `geneSymbols:` in the project file.',
    ),
  },
  examples: [
    {
      shows: 'a symbol of before 2020',
      files: `
//- paper.md
Methylated *SEPT9* is found in plasma.
            ^^^^^ warning deprecated-gene-symbol: “SEPT9” is called “SEPTIN9” now.
`,
    },
  ],

  *check(analysis, { renamed }) {
    const { manuscript, geneSymbols } = analysis
    const definitions = definitionsByName(analysis)
    const own = new Map(renamed.map(pair => pair.split('=').map(part => part.trim()) as [string, string]))
    for (const { scope, span: block, prose, passage } of scopesOf(manuscript)) {
      if (scope === 'back') continue
      for (const { text, index } of capitalsIn(passage)) {
        const present =
          own.get(text) ?? SYMBOLS.get(text) ?? (isGene(prose, index, text) ? geneSymbols?.of(text) : undefined)
        if (!present || new RegExp(`\\b${present}\\b`).test(prose)) continue
        if (definitions.get(text)?.some(({ long }) => !SYMBOLS.has(text) || !GENE.test(long))) continue
        const start = block.start + index
        const span = { start, end: start + text.length }
        yield {
          span,
          message: `“${text}” is called “${present}” now.`,
          fixes: [{ title: `Write “${present}”`, edits: [{ span, newText: present }], safe: false }],
        }
      }
    }
  },
})

const capitalsIn = memoByObject(({ prose }: Passage) =>
  [...prose.matchAll(SYMBOL)].map(({ 0: text, index }) => ({ text, index })),
)

/** Whether what a list of the author’s may know is written as a gene is. */
function isGene(prose: string, start: number, text: string): boolean {
  if (KNOWN.has(text)) return false
  const after = prose.slice(start + text.length, start + text.length + 24)
  return /\p{N}/u.test(text) || /[*_]/.test(prose[start - 1] ?? '') || GENE_WORD.test(after)
}
