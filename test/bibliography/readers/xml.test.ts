import assert from 'node:assert/strict'
import { readBibliography } from '../../../src/bibliography/read-bibliography.ts'

const read = (text: string) => readBibliography(text, 'file:///refs.xml')

describe('XML readers', () => {
  it('read PubMed', () => {
    const text = `<?xml version="1.0"?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD" "http://example.org/pubmed.dtd">
<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version="1">123</PMID><Article>
<Journal><JournalIssue><Volume>7</Volume><PubDate><Year>2014</Year><Month>Dec</Month></PubDate></JournalIssue><Title>Cells 🧫</Title></Journal>
<ArticleTitle>Role of <i>MYC</i> &amp; friends.</ArticleTitle><Pagination><MedlinePgn>95-115</MedlinePgn></Pagination>
<ELocationID EIdType="doi">10.1000/x</ELocationID>
<AuthorList><Author><LastName>Doe</LastName><ForeName>Jane</ForeName></Author><Author><CollectiveName>Cell Group</CollectiveName></Author></AuthorList>
</Article></MedlineCitation></PubmedArticle></PubmedArticleSet>`
    const { format, references, problems } = read(text)
    assert.deepEqual([format, problems], ['pubmed-xml', []])
    const { citekey, citekeySpan, location, item } = references[0]!
    assert.equal(citekey, 'pmid:123')
    assert.equal(text.slice(citekeySpan.start, citekeySpan.end), '<PMID Version="1">123</PMID>')
    assert.match(text.slice(location.span.start, location.span.end), /^<MedlineCitation>[\s\S]*<\/MedlineCitation>$/)
    assert.deepEqual(item, {
      id: 'pmid:123',
      type: 'article-journal',
      title: 'Role of <i>MYC</i> & friends',
      author: [{ family: 'Doe', given: 'Jane' }, { literal: 'Cell Group' }],
      issued: { 'date-parts': [[2014, 12]] },
      'container-title': 'Cells 🧫',
      volume: '7',
      page: '95-115',
      DOI: '10.1000/x',
      PMID: '123',
    })
  })

  it('read EndNote, making keys', () => {
    const record = `<record><ref-type name="Journal Article">17</ref-type><contributors><authors><author><style face="normal">Müller, Jörg</style></author></authors></contributors><titles><title>One</title><secondary-title>Cells</secondary-title></titles><dates><year>2014</year></dates><electronic-resource-num>10.1000/x</electronic-resource-num></record>`
    const { format, references, problems } = read(`<xml><records>${record}${record}</records></xml>`)
    assert.equal(format, 'endnote-xml')
    assert.match(problems[0]!.message, /^2 records of this file have neither a key nor a number/)
    assert.deepEqual(
      references.map(({ citekey, item }) => [citekey, item.id, item.title, item['container-title'], item.author]),
      ['muller2014', 'muller2014a'].map(key => [key, key, 'One', 'Cells', [{ family: 'Müller', given: 'Jörg' }]]),
    )
  })

  it('read years of EndNote that are no dates', () => {
    const issued = (year: string) =>
      read(`<xml><records><record><dates><year>${year}</year></dates></record></records></xml>`).references[0]!.item
        .issued
    assert.deepEqual(issued('476'), { 'date-parts': [[476]] })
    assert.deepEqual(issued('in press'), { literal: 'in press' })
    assert.equal(issued(''), undefined)
  })

  it('read EndNote by the keys that Pandoc has', () => {
    const { references, problems } = read(
      '<xml><records><record><rec-number>3</rec-number><foreign-keys><key app="EN">7</key></foreign-keys><label>doe</label></record><record><rec-number>3</rec-number></record><record><rec-number>3</rec-number></record></records></xml>',
    )
    assert.deepEqual(problems, [])
    assert.deepEqual(
      references.map(({ citekey }) => citekey),
      ['7', '3', '3'],
    )
  })

  it('read JATS, structured and as printed', () => {
    const { format, references } = read(`<article xmlns:xlink="x"><back><ref-list>
<ref id="B1"><element-citation publication-type="journal"><person-group person-group-type="author"><name><surname>Doe</surname><given-names>J</given-names></name><etal/></person-group><article-title>On <italic>Mus</italic></article-title><source>Cells</source><year>2003</year><fpage>1</fpage><lpage>9</lpage><pub-id pub-id-type="doi">10.1000/x</pub-id></element-citation></ref>
<ref id="B2"><mixed-citation>Mueller MM, Fusenig NE. Friends or foes. Nat Rev Cancer. 2004;4(11):839–849. doi:10.1038/nrc1477.</mixed-citation></ref>
</ref-list></back></article>`)
    assert.equal(format, 'jats')
    assert.deepEqual(references[0]!.item, {
      id: 'B1',
      type: 'article-journal',
      title: 'On <i>Mus</i>',
      'container-title': 'Cells',
      author: [{ family: 'Doe', given: 'J' }, { literal: 'others' }],
      issued: { 'date-parts': [[2003]] },
      page: '1-9',
      DOI: '10.1000/x',
    })
    assert.deepEqual(references[1]!.item, {
      id: 'B2',
      type: 'article-journal',
      author: [
        { family: 'Mueller', given: 'M. M.' },
        { family: 'Fusenig', given: 'N. E.' },
      ],
      title: 'Friends or foes',
      'container-title': 'Nat Rev Cancer',
      issued: { 'date-parts': [[2004]] },
      volume: '4',
      issue: '11',
      page: '839-849',
      DOI: '10.1038/nrc1477',
    })
  })

  it('expand and fetch nothing, and end in time on deep nesting', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]><records><record><titles><title>&b;&f;</title></titles></record></records>`
    const { references, problems } = read(bomb)
    assert.equal(references[0]!.item.title, '&b;&f;')
    assert.ok(problems.length > 0)
    const deep = `<records><record><titles><title>A</title></titles>${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}</record></records>`
    assert.equal(read(deep).references[0]!.item.title, 'A')
    assert.ok(read('<records><record><titles><title>Cut').problems.length > 0)
    assert.equal(read('<records><record><titles><title>Cut').references[0]!.item.title, 'Cut')
  })
})
