import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import shippedReferences from '../../data/references/meseure-2014.json'
import type { CslItem } from '../../src/bibliography/reference.ts'
import { readReview } from '../../src/bibliography/reviews/read-review.ts'
import { writeDraft } from '../../src/cli/lexicon/write-draft.ts'
import { abbreviationsOf, draftPack } from '../../src/features/draft-pack.ts'
import { readPack } from '../../src/lexicon/read-pack.ts'
import { shippedPack } from '../../src/workspace/shipped.ts'

const PAGE = `An official website
NCBI Homepage
. 2020 Mar;4(2):10-19.
doi: 10.1000/seed.1. Epub 2020 Mar 1.

How dormant cells leave their niche and what becomes of them

Affiliations

How dormant cells leave their niche and what becomes of them

Ann Smith et al. J Examples. 2020 Mar.

Abstract

Dormant cancer cells rest in a perivascular niche until hypoxia wakes them. The extracellular matrix (ECM) stiffens. Cells of the perivascular niche secrete chemokines, and the DTC leaves. A disseminated tumour cell can rest for years.

Keywords: dormancy; perivascular niche.

PubMed Disclaimer

Figures

Fig. 1
Fig. 1
Steps by which a cell of the perivascular niche wakes: (1) hypoxia, (2) stiffening of the ECM, (3) departure

References

    1. Doe J, Roe B. Seeds and soils. J Examples. 2010;4(11):839-849. - PubMed
`

const NBIB = `PMID- 123
TI  - How dormant cells leave their niche.
AB  - The extracellular matrix (ECM) stiffens around dormant cells.
FAU - Smith, Ann
DP  - 2020 Mar
JT  - Journal of examples
OT  - dormancy
MH  - *Neoplasm Metastasis/pathology
`

const JATS = `<article><front><journal-meta><journal-title-group><journal-title>J Examples</journal-title></journal-title-group></journal-meta>
<article-meta><article-id pub-id-type="doi">10.1000/seed.2</article-id>
<title-group><article-title>How dormant cells <italic>leave</italic> their niche</article-title></title-group>
<contrib-group><contrib><name><surname>Smith</surname><given-names>Ann</given-names></name></contrib></contrib-group>
<pub-date><year>2020</year></pub-date><abstract><p>Dormant cells rest.</p></abstract>
<kwd-group><kwd>dormancy</kwd></kwd-group></article-meta></front>
<body><sec><title>Waking</title><p>Hypoxia wakes dormant cells.</p><fig><label>Fig. 1</label><caption><p>Dormant cells wake.</p></caption></fig></sec></body>
<back><glossary><title>Abbreviations</title><def-list><def-item><term>DTC</term><def><p>disseminated tumour cell</p></def></def-item>
<def-item><term>niche</term><def><p>the place where a cell rests</p></def></def-item></def-list></glossary>
<ref-list><ref id="b1"><mixed-citation>Doe J. Seeds. J Examples. 2010;1:1-2.</mixed-citation></ref></ref-list></back></article>
`

const review = (text: string) => readReview(text, 'file:///review.txt') ?? assert.fail('no review was recognised')
const draft = (text: string) => draftPack(review(text))
const concept = (text: string, label: string) =>
  draft(text).concepts.find(concept => concept.label === label) ?? assert.fail(`no concept “${label}”`)

describe('a pack drafted from a review', () => {
  it('names the review as its source', () => {
    const { id, doi, citation } = draft(PAGE).source
    assert.equal(id, 'smith-2020')
    assert.equal(doi, '10.1000/seed.1')
    assert.match(citation, /^Smith A.*J Examples\. 2020;4\(2\):10-19\.$/)
  })

  it('has what the review abbreviates: as defined, or as its initials tell, or without a meaning', () => {
    assert.deepEqual(abbreviationsOf(review(PAGE)), [
      { short: 'ECM', long: 'extracellular matrix' },
      { short: 'DTC', long: 'disseminated tumour cell' },
    ])
    assert.deepEqual(abbreviationsOf({ ...review(PAGE), passages: [{ place: 'abstract', text: 'The MDSCs act.' }] }), [
      { short: 'MDSC' },
    ])
    assert.deepEqual(concept(PAGE, 'extracellular matrix').surfaceForms, [
      { text: 'ECM', kind: 'abbreviation', caseSensitive: true, ambiguous: true },
    ])
  })

  it('has keywords, and phrases that may be terms, each with the places that speak of it', () => {
    assert.equal(concept(PAGE, 'dormancy').category, 'keywords')
    const niche = concept(PAGE, 'perivascular niche')
    assert.deepEqual(
      niche.statements.map(({ place }) => place),
      ['abstract', 'Fig. 1'],
    )
    assert.ok(draft(PAGE).concepts.some(({ label }) => label === 'hypoxia'))
  })

  it('takes no capital from the beginning of a sentence, and no sequence for an abbreviation', () => {
    const passages = [
      {
        place: 'abstract',
        text: 'Dormant tumor cells (DTCs) rest. Kupffer cells (KCs) do. We saw dormant cells and GATTACAGATTACA.',
      },
    ]
    const labels = draftPack({ ...review(PAGE), passages }).concepts.map(({ label }) => label)
    assert.ok(labels.includes('dormant tumor cell'), labels.join())
    assert.ok(labels.includes('Kupffer cell'), labels.join())
    assert.ok(!labels.some(label => label.startsWith('GATTACA')), labels.join())
  })

  it('quotes no more than eight words of the review at a place', () => {
    for (const { statements } of draft(PAGE).concepts) {
      for (const { text } of statements) assert.ok(/“(.*)”/.exec(text)![1]!.split(' ').length <= 8, text)
    }
  })

  it('comes from a PubMed record as well, with its headings', () => {
    assert.deepEqual(
      ['dormancy', 'Neoplasm Metastasis', 'extracellular matrix'].map(label => concept(NBIB, label).category),
      ['keywords', 'MeSH terms', 'abbreviated'],
    )
  })

  it('comes from full text, with what it lists and the titles of its sections', () => {
    assert.equal(concept(JATS, 'niche').statements[0]!.text, 'the place where a cell rests')
    assert.deepEqual(concept(JATS, 'disseminated tumour cell').surfaceForms[0]!.text, 'DTC')
    assert.deepEqual(
      concept(JATS, 'dormant cell').statements.map(({ place }) => place),
      ['title', 'abstract', 'Waking'],
    )
    assert.equal(review(JATS).references.length, 1)
    assert.equal(draft(JATS).source.doi, '10.1000/seed.2')
  })

  for (const [name, text] of [
    ['a page', PAGE],
    ['a record', NBIB],
    ['full text', JATS],
  ] as const) {
    it(`from ${name} is a pack that can be read as it stands`, () => {
      const pack = readPack(writeDraft(draft(text)), 'file:///draft.yaml')
      assert.deepEqual(pack.problems, [])
      assert.equal(pack.concepts.length, draft(text).concepts.length)
    })
  }

  it('is not made of anything else', () => {
    for (const text of ['', 'A text.', '<article/>', '@article{a,}', '{}', '\0']) {
      assert.equal(readReview(text, 'file:///x'), undefined)
    }
  })
})

const SEED = '../shared/review/meseure-2014-pubmed.txt'
const described = existsSync(SEED) ? describe : describe.skip

described('the review that Stroma ships (needs ../shared)', () => {
  const seed = () => review(readFileSync(SEED, 'utf8'))

  it('gives the references that Stroma ships', () => {
    const read = ({ title, author, issued, volume, issue, page }: CslItem) => ({
      title,
      families: author?.map(({ family }) => family),
      year: issued?.['date-parts']?.[0]?.[0],
      volume,
      issue,
      page,
    })
    const cited = (shippedReferences as unknown as CslItem[]).slice(1)
    assert.deepEqual(
      seed().references.map(({ item }) => read(item)),
      cited.map(read),
    )
  })

  it('gives every abbreviation of the shipped pack that it uses, with the meaning where it has that', () => {
    const { passages } = seed()
    const drafted = new Map(abbreviationsOf(seed()).map(({ short, long }) => [short, long]))
    const shipped = shippedPack().concepts.flatMap(({ surfaceForms }) =>
      surfaceForms
        .filter(({ kind, text }) => kind === 'abbreviation' && !text.endsWith('s'))
        .map(form => ({ form, surfaceForms })),
    )
    const used = shipped.filter(({ form }) =>
      passages.some(({ text }) => new RegExp(`\\b${form.text}s?\\b`).test(text)),
    )
    assert.equal(used.length, 6)
    for (const { form, surfaceForms } of used) {
      assert.ok(drafted.has(form.text), form.text)
      const long = drafted.get(form.text)
      assert.ok(long === undefined || surfaceForms.some(({ text }) => text === long), `${form.text}: ${long}`)
    }
  })
})
