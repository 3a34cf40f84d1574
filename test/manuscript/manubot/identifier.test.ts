import assert from 'node:assert/strict'
import { DIALECTS, interpret } from '../../../src/manuscript/dialects/interpret.ts'
import { readFrontMatter } from '../../../src/manuscript/front-matter.ts'
import { identifierOf } from '../../../src/manuscript/manubot/identifier.ts'
import { readManuscript } from '../../../src/manuscript/read-manuscript.ts'
import { slice } from '../../../src/text/span.ts'

describe('identifierOf', () => {
  for (const [citekey, standard] of [
    ['doi:10.1371/journal.PBIO.1002456', 'doi:10.1371/journal.pbio.1002456'],
    ['DOI:10.1371/x', 'doi:10.1371/x'],
    ['shortdoi:10/ABC', 'doi:10/abc'],
    ['10.1371/x', 'doi:10.1371/x'],
    ['pmid:25523234', 'pubmed:25523234'],
    ['25523234', 'pubmed:25523234'],
    ['pmcid:PMC4304716', 'pmc:PMC4304716'],
    ['PMC4304716', 'pmc:PMC4304716'],
    ['arxiv:1407.3561v2', 'arxiv:1407.3561v2'],
    ['1407.3561', 'arxiv:1407.3561'],
    ['isbn:978-0-262-51763-8', 'isbn:9780262517638'],
    ['isbn:0262035618', 'isbn:0262035618'],
    ['https://example.org/a', 'url:https://example.org/a'],
    ['url:http://example.org', 'url:http://example.org'],
    ['Q56458321', 'wikidata:Q56458321'],
    ['CHEBI:15377', 'chebi:15377'],
  ] as const) {
    it(`takes ${citekey} for ${standard}`, () =>
      assert.deepEqual(identifierOf(citekey), { prefix: standard.split(':')[0], standard }))
  }

  for (const citekey of ['smith2020', 'tag:deep', 'raw:note', 'fig:flow', 'Query', 'foo:', 'chebi:']) {
    it(`takes ${citekey} for a plain key`, () => assert.equal(identifierOf(citekey), undefined))
  }

  for (const [citekey, problem] of [
    ['doi:10.1016/', /part after the slash is missing/],
    ['doi:1016/x', /should look like/],
    ['pmid:PMC12', /write “pmc:PMC12”/],
    ['pmid:012', /should look like/],
    ['isbn:9780262517639', /check digit/],
    ['isbn:97802625', /10 or 13 digits, and this has 8/],
    ['url:example.org', /should look like/],
  ] as const) {
    it(`says what is wrong with ${citekey}`, () => assert.match(identifierOf(citekey)!.problem!, problem))
  }
})

describe('citekey aliases', () => {
  it('are read from the text and the metadata, and are no citations', () => {
    const text =
      '---\npandoc:\n  citekey-aliases:\n    meta: pmid:25523234\n---\nAs @tag:deep says [@meta].\n\n[@tag:deep]: doi:10.1098/rsif.2017.0387\n'
    const { aliases, citations } = readManuscript(text, 'manubot')
    assert.deepEqual(
      aliases.map(({ citekey, citekeySpan, identifier }) => [citekey, slice(text, citekeySpan), identifier.value]),
      [
        ['tag:deep', 'tag:deep', 'doi:10.1098/rsif.2017.0387'],
        ['meta', 'meta', 'pmid:25523234'],
      ],
    )
    assert.deepEqual(
      citations.flatMap(({ items }) => items.map(({ citekey }) => citekey)),
      ['tag:deep', 'meta'],
    )
  })

  it('are citations to Pandoc', () => {
    const text = 'See [@a].\n\n[@a]: doi:10.1098/x\n'
    const frontMatter = readFrontMatter(text)
    const { citations } = interpret(text, readManuscript(text, 'pandoc') as never, frontMatter, DIALECTS.pandoc)
    assert.equal(citations.length, 2)
  })
})
