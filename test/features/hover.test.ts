import assert from 'node:assert/strict'
import { hover } from '../../src/features/hover/hover.ts'
import { doiAddress, identifierLink, pmcidAddress } from '../../src/features/hover/identifiers.ts'
import { link, plain } from '../../src/features/hover/markdown.ts'
import { open } from '../support/fixture.ts'

const hoverOf = async (fixture: string): Promise<string> => {
  const { analysis, offset } = open(fixture)
  return hover(await analysis(), offset)?.markdown ?? ''
}

const REFS = `
//- refs.bib
@article{smith2020,
  title = {Fibroblasts \`code\` [x](command:evil) <img src=x>},
  author = {Smith, Ann and M{\\"u}ller, J{\\"u}rgen},
  journal = {Journal of Stroma}, volume = 12, number = 3, pages = {45--50}, year = 2020,
  doi = {10.1000/xyz(1)23}
}
//- paper.md
---
bibliography: refs.bib
---
`

describe('hover on a citekey', () => {
  it('shows the reference with a bold title, journal line and DOI', async () => {
    const markdown = await hoverOf(`${REFS}See [@smi<|>th2020].\n`)
    assert.match(markdown, /^Smith A, Müller J\. \*\*Fibroblasts/)
    assert.match(markdown, /\*Journal of Stroma\* 2020;12\\\(3\\\):45–50\./)
    assert.match(markdown, /\[doi:10\.1000\/xyz\\\(1\\\)23\]\(https:\/\/doi\.org\/10\.1000\/xyz%281%2923\)/)
    assert.match(markdown, /from refs\.bib/)
  })

  it('shows a chapter in its book, and pages without a volume', async () => {
    const shown = (entry: string) =>
      hoverOf(`//- refs.bib\n${entry}\n//- paper.md\n---\nbibliography: refs.bib\n---\n@k<|>1\n`)
    assert.match(
      await shown(
        '@incollection{k1, author = {Roe, A.}, title = {Part}, booktitle = {Whole}, publisher = {Press}, year = 2001, pages = {3--9}}',
      ),
      /^Roe A\. \*\*Part\.\*\* In: \*Whole\*\. Press; 2001\. p\. 3–9\.$/m,
    )
    assert.match(
      await shown('@article{k1, author = {Roe, A.}, title = {Part}, journal = {Cells}, year = 2001, pages = {3--9}}'),
      /\*Cells\* 2001:3–9\.$/m,
    )
  })

  it('lets nothing of the bibliography become markup', async () => {
    const markdown = await hoverOf(`${REFS}See [@smi<|>th2020].\n`)
    assert.doesNotMatch(markdown, /(?<!\\)<img|(?<!\\)\[x\]|\]\(command:/)
  })

  it('answers for the key, its braces and its mark, and not for the text beside it', async () => {
    assert.notEqual(await hoverOf(`${REFS}See @{smith2020<|>}.\n`), '')
    assert.notEqual(await hoverOf(`${REFS}See <|>@smith2020 here.\n`), '')
    assert.notEqual(await hoverOf(`${REFS}See \\citep{roe, smith<|>2020} here.\n`), '')
    assert.equal(await hoverOf(`${REFS}Se<|>e [@smith2020].\n`), '')
  })

  it('says nothing of a key that names nothing, nor of one in code', async () => {
    assert.equal(await hoverOf(`${REFS}See [@no<|>body].\n`), '')
    assert.equal(await hoverOf(`${REFS}See \`@smi<|>th2020\`.\n`), '')
  })
})

describe('hover on a mention', () => {
  it('shows label, category, what the review says with its place, related concepts, identifiers and the source', async () => {
    const markdown = await hoverOf('//- paper.md\nCancer cells resist auto<|>phagy.\n')
    assert.match(markdown, /^\*\*autophagy\*\* · /)
    assert.match(markdown, /^- .+\(\*.+\*\)$/m)
    assert.match(markdown, /^Related: .+\(.+\)/m)
    assert.match(markdown, /\]\(https:\/\//)
    assert.match(markdown, /^Source: .*\[doi:10\.1007\/s12307-014-0158-2\]\(https:\/\/doi\.org\//m)
  })

  it('shows version and licence of the pack, once', async () => {
    const own = await hoverOf('//- paper.md\nCancer cells resist auto<|>phagy.\n')
    assert.match(own, /^Source: .* · pack version 1\.0\.0, licence MIT$/m)
    const obo =
      '//- ex.obo\nformat-version: 1.2\nontology: ex\ndata-version: ex/releases/2026-01-01/ex.owl\nproperty_value: http://purl.org/dc/terms/license http://creativecommons.org/licenses/by/4.0/\n\n[Term]\nid: EX:1\nname: rare cell\n//- .stroma.yaml\nlexicons: ex.obo\n'
    const imported = await hoverOf(`${obo}//- paper.md\nOne ra<|>re cell.\n`)
    assert.match(imported, /^Source: ex, 2026-01-01 · licence CC BY 4\.0$/m)
  })

  it('shows identifiers that mean the same first, and no more than can be read at a glance', async () => {
    const xrefs = Array.from({ length: 9 }, (_, number) => `xref: ICD9:${number}`).join('\n')
    const obo = `//- ex.obo\n[Term]\nid: EX:1\nname: rare cell\n${xrefs}\nxref: UMLS:C1 {source="MONDO:equivalentTo"}\n//- .stroma.yaml\nlexicons: ex.obo\n`
    assert.match(
      await hoverOf(`${obo}//- paper.md\nOne ra<|>re cell.\n`),
      /^EX:1 · \[UMLS C1\]\(https:\/\/uts\.nlm\.nih\.gov\/uts\/umls\/concept\/C1\) · ICD9:0 \(close\) ·(?: ICD9:\d \(close\) ·){5} 3 more$/m,
    )
  })

  it('shows the definition of a plural over the singular, and the other way round', async () => {
    const plural = await hoverOf('//- paper.md\nCirculating tumor cells (CTCs) leave. A C<|>TC stays.\n')
    assert.match(plural, /^\*\*CTCs\*\*: Circulating tumor cells/)
    const singular = await hoverOf('//- paper.md\nA circulating tumor cell (CTC) leaves. CTCs<|> stay.\n')
    assert.match(singular, /^\*\*CTC\*\*: circulating tumor cell/)
  })

  it('shows the definition of an abbreviation in this manuscript first', async () => {
    const markdown = await hoverOf('//- paper.md\nThe extracellular matrix (ECM) is stiff. The E<|>CM is old.\n')
    assert.match(markdown, /^\*\*ECM\*\*: extracellular matrix/)
    assert.match(markdown, /Source: /)
  })
})

describe('hover on a cross-reference', () => {
  it('shows the caption of the figure that the label is on', async () => {
    const markdown = await hoverOf('//- paper.md\n![Flow of cells](flow.png){#fig:flow}\n\nSee @fig:fl<|>ow.\n')
    assert.match(markdown, /^\*\*Figure\*\* `fig:flow`\n\nFlow of cells$/)
  })
})

describe('hover on a footnote mark', () => {
  it('shows the note up to its first blank line', async () => {
    const markdown = await hoverOf('//- paper.md\nSee.[^no<|>te]\n\n[^note]: The *text*\n    goes on.\n\nAfter.\n')
    assert.equal(markdown, 'The \\*text\\* goes on.')
  })
})

describe('text of files in Markdown', () => {
  it('stays in its paragraph and is never markup', () => {
    assert.equal(plain('a\rb\u2028c'), 'a b c')
    assert.equal(plain('$(trash) `x` <b> ![i](u) &lt;'), '\\$\\(trash\\) \\`x\\` \\<b\\> \\!\\[i\\]\\(u\\) \\&lt;')
    assert.equal(plain('- x'), '\\- x')
    assert.equal(plain('1. x'), '1\\. x')
    assert.equal(plain('https://x.org'), 'https\\://x.org')
    assert.equal(plain('a\ud83eb'), 'a\ufffdb')
    assert.ok(plain('x'.repeat(1_000_000)).length < 2100)
  })

  it('becomes a link only when the address leads to the web', () => {
    assert.equal(link('x', 'command:evil'), 'x')
    assert.equal(link('x', 'javascript:alert(1)'), 'x')
    assert.equal(link('x', 'file:///etc/passwd'), 'x')
    assert.equal(link('x', 'https://a.org/b) [y](command:z)'), '[x](https://a.org/b%29%20%5By%5D%28command:z%29)')
  })
})

describe('identifiers', () => {
  it('lead to their vocabularies', () => {
    assert.equal(identifierLink('mesh', 'D020096'), '[MeSH D020096](https://meshb.nlm.nih.gov/record/ui?ui=D020096)')
    assert.match(identifierLink('go', 'GO:0006914'), /^\[GO:0006914\]\(https:\/\/amigo\./)
    assert.equal(identifierLink('unknown', 'X:1'), 'unknown X:1')
  })

  it('are checked before they become addresses', () => {
    assert.equal(doiAddress('https://doi.org/10.1000/a<b>'), 'https://doi.org/10.1000/a%3Cb%3E')
    assert.equal(doiAddress('11.1000/a'), undefined)
    assert.equal(pmcidAddress('4242'), 'https://pmc.ncbi.nlm.nih.gov/articles/PMC4242/')
  })
})
