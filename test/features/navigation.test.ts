import assert from 'node:assert/strict'
import type { Analysis } from '../../src/analysis/analysis.ts'
import { definition } from '../../src/features/definition.ts'
import { documentHighlight } from '../../src/features/document-highlight.ts'
import { documentLinks } from '../../src/features/document-links.ts'
import { type DocumentSymbol, documentSymbols } from '../../src/features/document-symbols.ts'
import { hover } from '../../src/features/hover/hover.ts'
import { references } from '../../src/features/references.ts'
import { semanticTokens } from '../../src/features/semantic-tokens.ts'
import { subjectAt } from '../../src/features/subject.ts'
import { workspaceSymbols } from '../../src/features/workspace-symbols.ts'
import { slice } from '../../src/text/span.ts'
import { open, ROOT } from '../support/fixture.ts'

const PAPER = `//- refs.bib
@article{smith2020, title = {Stroma}, author = {Smith, Ann}, year = 2020, pmid = {25523234}}
//- other.md
---
bibliography: refs.bib
---
Also [@smith2020].
//- paper.md
---
bibliography: refs.bib
---

# Background {#sec:back}

The extracellular matrix (ECM) is stiff [@smith2020; @nobody].[^n] See @fig:flow and doi:10.1000/xyz(1).

## Detail

![Flow](f.png){#fig:flow}

The ECM again, PMID: 123456.

[^n]: A note.
`

async function at(mark: string): Promise<{ analysis: Analysis; offset: number; others: Analysis[] }> {
  const { workspace, uri, text } = open(PAPER)
  const others = [await workspace.analysis(`${ROOT}other.md`)]
  return { analysis: await workspace.analysis(uri), offset: text.indexOf(mark) + 1, others }
}

describe('definition', () => {
  const cases: [string, string, string][] = [
    ['smith2020;', 'refs.bib', 'smith2020'],
    ['fig:flow and', 'paper.md', 'fig:flow'],
    ['[^n] See', 'paper.md', 'n'],
    ['ECM again', 'paper.md', 'ECM'],
  ]
  for (const [mark, file, name] of cases) {
    it(`leads from ${mark} to ${name} in ${file}`, async () => {
      const { analysis, offset } = await at(mark)
      const [target] = definition(analysis, offset)?.targets ?? []
      assert.equal(target?.uri, ROOT + file)
      const text = open(PAPER).files.texts.get(target.uri)!
      assert.equal(slice(text, target.selection), name)
    })
  }

  it('leads from numbers to the references in a list of the manuscript', async () => {
    const list =
      '## References\n\n1. Paget S. Seed. Lancet. 1889;1:2.\n2. Doe A. B. C. 2001;1:2.\n3. Roe A. D. E. 2002;1:2. doi:10.1000/x\n'
    const { analysis, offset, text } = open(`//- paper.md\n# T\n\nAs [1] and [2<|>,3] and [1-3].\n\n${list}`)
    const known = await analysis()
    const targets = (at: number) => definition(known, at)?.targets.map(({ selection }) => slice(text, selection))
    assert.deepEqual(targets(offset), ['2'])
    assert.deepEqual(targets(text.indexOf('[1-3]') + 2), ['1', '2', '3'])
    assert.match(
      hover(known, text.indexOf('3] and') + 1)!.markdown,
      /^3\\\. Roe A\. D\. E\. .*\(https:\/\/doi\.org\/10\.1000\/x\)$/,
    )
  })

  it('leads nowhere from an unresolved key', async () => {
    const { analysis, offset } = await at('nobody')
    assert.equal(definition(analysis, offset), undefined)
  })
})

describe('references', () => {
  it('are found in other manuscripts, with the entry when asked', async () => {
    const { analysis, offset, others } = await at('smith2020;')
    const files = (declarations: boolean) =>
      references(analysis, subjectAt(analysis, offset)!, others, declarations).map(({ uri }) => uri.slice(ROOT.length))
    assert.deepEqual(files(false), ['paper.md', 'other.md'])
    assert.deepEqual(files(true), ['refs.bib', 'paper.md', 'other.md'])
  })
})

describe('highlight', () => {
  it('marks every use of an abbreviation, its definition as such', async () => {
    const { analysis, offset } = await at('ECM again')
    assert.deepEqual(
      documentHighlight(analysis, offset).map(({ definition }) => definition),
      [true, false],
    )
  })
})

describe('document links', () => {
  it('lead from the mark of a citekey, from identifiers and from the bibliography’s path', async () => {
    const { analysis } = await at('ECM')
    const links = documentLinks(analysis).map(({ span, target }) => [slice(analysis.manuscript.text, span), target])
    assert.deepEqual(links, [
      ['@', 'https://pubmed.ncbi.nlm.nih.gov/25523234/'],
      ['doi:10.1000/xyz(1)', 'https://doi.org/10.1000/xyz(1)'],
      ['PMID: 123456', 'https://pubmed.ncbi.nlm.nih.gov/123456/'],
      ['refs.bib', `${ROOT}refs.bib`],
    ])
  })
})

describe('outline', () => {
  it('nests headings and puts labelled things under them', async () => {
    const { analysis } = await at('ECM')
    const names = (symbols: readonly DocumentSymbol[]): unknown[] =>
      symbols.map(({ name, children }) => (children.length > 0 ? [name, names(children)] : name))
    assert.deepEqual(names(documentSymbols(analysis)), [['Background', [['Detail', ['fig:flow']]]]])
  })

  it('keeps every child inside its parent and every name inside its symbol', async () => {
    const { analysis } = await at('ECM')
    const check = (symbols: readonly DocumentSymbol[], outer = { start: 0, end: analysis.manuscript.text.length }) => {
      for (const { span, selection, children } of symbols) {
        assert.ok(outer.start <= span.start && span.end <= outer.end)
        assert.ok(span.start <= selection.start && selection.end <= span.end)
        check(children, span)
      }
    }
    check(documentSymbols(analysis))
  })
})

describe('workspace symbols', () => {
  it('finds headings, labels and references once each', async () => {
    const { analysis, others } = await at('ECM')
    const names = (query: string) => workspaceSymbols([analysis, ...others], query).map(({ name }) => name)
    assert.deepEqual(names('back'), ['Background', 'sec:back'])
    assert.deepEqual(names('smith stroma'), ['smith2020'])
  })
})

describe('semantic tokens', () => {
  it('are in order, do not overlap and mark what leads nowhere', async () => {
    const { analysis } = await at('ECM')
    const tokens = semanticTokens(analysis)
    const drawn = tokens.map(({ span, type, modifiers }) =>
      [slice(analysis.manuscript.text, span), type, ...modifiers].join(' '),
    )
    for (const one of [
      'smith2020 citekey',
      'nobody citekey unresolved',
      'fig:flow crossReference',
      'fig:flow label',
      '[^n] footnote',
    ]) {
      assert.ok(drawn.includes(one), `${one} not in ${drawn.join(' | ')}`)
    }
    assert.ok(tokens.every(({ span }, index) => index === 0 || tokens[index - 1]!.span.end <= span.start))
  })
})
