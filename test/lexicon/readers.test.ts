import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { compileLexicon } from '../../src/lexicon/compile-lexicon.ts'
import type { SurfaceForm } from '../../src/lexicon/concept.ts'
import { LEXICON_READERS, readLexicon } from '../../src/lexicon/read-lexicon.ts'

const shown = ({ text, kind, ambiguous }: SurfaceForm) => `${text} (${kind}${ambiguous ? '?' : ''})`
const formsOf = (text: string, uri: string) =>
  readLexicon(text, uri).concepts.map(({ id, surfaceForms }) => `${id}: ${surfaceForms.map(shown).join(', ')}`)
const complaints = (text: string, uri: string) =>
  readLexicon(text, uri).problems.map(
    ({ message, span }) => `${text.slice(span.start, span.end).split('\n')[0]} | ${message}`,
  )

const OBO = `format-version: 1.2
data-version: releases/2026-01-01
ontology: ex
property_value: http://purl.org/dc/terms/license https://creativecommons.org/licenses/by/4.0/

[Term]
id: EX:1
name: anoikis (process)
namespace: biological_process
def: "Death of a cell that lost \\"anchorage\\"." [PMID:1]
synonym: "detachment-induced death" EXACT []
synonym: "homelessness" RELATED [] ! a comment
synonym: "DID" EXACT ABBREVIATION []
is_a: EX:2 {source="x"} ! death
relationship: BFO:0000050 EX:2 ! part of

[Term]
id: EX:2
name: cell death

[Term]
id: EX:3
name: obsolete cell suicide
is_obsolete: true
replaced_by: EX:2

[Typedef]
id: BFO:0000050
name: part of
`

describe('readLexicon', () => {
  it('reads OBO: names, synonyms by scope, definitions, relations, successors of obsolete terms', () => {
    const { concepts, problems, source, format } = readLexicon(OBO, 'ex.obo')
    assert.equal(format, 'obo')
    assert.deepEqual(problems, [])
    assert.equal(source.id, 'ex')
    assert.equal(source.version, '2026-01-01')
    assert.equal(source.licence, 'https://creativecommons.org/licenses/by/4.0/')
    assert.deepEqual(formsOf(OBO, 'ex.obo'), [
      'EX:1: anoikis (process) (preferred), anoikis (synonym), detachment-induced death (synonym), homelessness (synonym?), DID (abbreviation)',
      'EX:2: cell death (preferred), cell suicide (obsolete)',
    ])
    const anoikis = concepts[0]!
    assert.equal(anoikis.category, 'biological process')
    assert.deepEqual(anoikis.statements, [
      { text: 'Death of a cell that lost "anchorage".', place: 'EX:1, definition' },
    ])
    assert.deepEqual(anoikis.relations, [
      { relation: 'is-a', concept: 'EX:2', place: 'EX:1' },
      { relation: 'part-of', concept: 'EX:2', place: 'EX:1' },
    ])
    assert.equal(anoikis.identifiers[0]!.system, 'ex')
  })

  it('takes cross-references of an OBO term for identifiers, as close as they say, and none of definitions and synonyms', () => {
    const text = [
      '[Term]\nid: EX:1\nname: melanoma\ndef: "A tumour." [MESH:D1, PMID:1]\nsynonym: "MM" EXACT [ICD9:172]',
      'xref: MESH:D008545 "Melanoma" ! a comment\nxref: MSH:D008545\nxref: UMLS_CUI:C0025202 {source="MONDO:equivalentTo", source="EX:9"}',
      'xref: ICD9:172 {source="MONDO:mondoIsNarrowerThanSource"}\nxref: DOID:1909 {source="skos:narrowMatch"}\nxref: EX:1',
      'xref: Wikipedia:Melanoma\nxref: https\\://example.org/1\nxref: PMID:2\nxref: DOI:10.1/x\nxref: nothing\nxref: MESH:',
      'xref: MESH:D008545\nproperty_value: skos:exactMatch NCIT:C3224 xsd:string\nproperty_value: skos:prefLabel "x" xsd:string\n',
    ].join('\n')
    const [concept] = readLexicon(text, 'a.obo').concepts
    assert.deepEqual(
      concept!.identifiers.map(({ system, id, match, label }) => [system, id, match, label]),
      [
        ['ex', 'EX:1', 'exact', 'melanoma'],
        ['mesh', 'MESH:D008545', 'close', 'Melanoma'],
        ['umls', 'UMLS:C0025202', 'exact', undefined],
        ['icd9', 'ICD9:172', 'broad', undefined],
        ['doid', 'DOID:1909', 'narrow', undefined],
        ['ncit', 'NCIT:C3224', 'exact', undefined],
      ],
    )
    assert.deepEqual(complaints(text, 'a.obo'), [])
  })

  it('loses of OBO only what is broken', () => {
    const text =
      '[Term]\nid: EX:1\nname: anoikis\nsynonym: no quotes\nnonsense\n\n[Term]\nname: nobody\n\n[Term]\nid: EX:1\nname: twice\n\n[Te\nid: EX:9\nname: lost\n\n[Term]\nid: EX:2\nname: niche\n'
    assert.deepEqual(formsOf(text, 'a.obo'), ['EX:1: anoikis (preferred)', 'EX:2: niche (preferred)'])
    assert.deepEqual(complaints(text, 'a.obo'), [
      'synonym: no quotes | This synonym is not in quotation marks; it is left out.',
      'nonsense | This line is no tag of OBO; it is left out.',
      '[Term] | This term has no id; it is left out.',
      '[Term] | The id “EX:1” is taken by an earlier term; this one is left out.',
      '[Te | The head of this stanza is not closed by “]”; the stanza is left out.',
    ])
  })

  it('reads a release of the Cell Ontology', function () {
    const path = '../shared/corpus/obo-cl-cut/subsets/general_cell_types_upper_slim.obo'
    if (!existsSync(path)) return this.skip()
    const reading = readLexicon(readFileSync(path, 'utf8'), path)
    assert.ok(reading.concepts.length > 100)
    const { mentionsIn } = compileLexicon([reading])
    const found = mentionsIn('Stem cells and T lymphocytes.', new Map()).map(({ concepts }) => concepts[0].id)
    assert.ok(found.includes('CL:0000034'), found.join())
  })

  it('reads OBO graphs', () => {
    const obo = 'http://purl.obolibrary.org/obo/'
    const synonyms = [
      { pred: 'hasExactSynonym', val: 'anoikis process' },
      { pred: 'hasRelatedSynonym', val: 'homelessness' },
    ]
    const xrefs = [
      { val: 'GO:0043276' },
      { val: 'MESH:D040', meta: { basicPropertyValues: [{ pred: 'source', val: 'MONDO:equivalentTo' }] } },
    ]
    const nodes = [
      {
        id: `${obo}EX_1`,
        lbl: 'anoikis',
        type: 'CLASS',
        meta: { definition: { val: 'A death.', xrefs: ['PMID:1'] }, synonyms, xrefs },
      },
      { id: `${obo}EX_2`, lbl: 'death', type: 'CLASS' },
      { id: `${obo}EX_3`, lbl: 'old', type: 'CLASS', meta: { deprecated: true } },
    ]
    const edges = [{ sub: `${obo}EX_1`, pred: 'is_a', obj: `${obo}EX_2` }]
    const text = JSON.stringify({ graphs: [{ id: `${obo}ex.owl`, meta: { version: '2026' }, nodes, edges }] })
    assert.deepEqual(formsOf(text, 'ex.json'), [
      'EX:1: anoikis (preferred), anoikis process (synonym), homelessness (synonym?)',
      'EX:2: death (preferred)',
    ])
    const [anoikis] = readLexicon(text, 'ex.json').concepts
    assert.equal(anoikis!.relations[0]!.concept, 'EX:2')
    assert.deepEqual(
      anoikis!.identifiers.map(({ id, match }) => [id, match]),
      [
        ['EX:1', 'exact'],
        ['GO:0043276', 'close'],
        ['MESH:D040', 'exact'],
      ],
    )
  })

  it('reads MeSH descriptors in XML, labels put into the order of speech', () => {
    const text = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY lol "ha"><!ENTITY big "&lol;&lol;">]>
<DescriptorRecordSet LanguageCode="eng"><DescriptorRecord><DescriptorUI>D009360</DescriptorUI>
<DescriptorName><String>Neoplastic Cells, Circulating</String></DescriptorName>
<TreeNumberList><TreeNumber>C04.697.650.900</TreeNumber></TreeNumberList>
<ConceptList><Concept PreferredConceptYN="Y"><ScopeNote>Cells in the blood.</ScopeNote><TermList>
<Term><String>Neoplastic Cells, Circulating</String></Term><Term><String>Circulating Tumor Cells</String></Term></TermList></Concept>
<Concept PreferredConceptYN="N"><TermList><Term><String>Something narrower</String></Term></TermList></Concept></ConceptList>
</DescriptorRecord></DescriptorRecordSet>`
    assert.deepEqual(formsOf(text, 'desc2026.xml'), [
      'D009360: Circulating Neoplastic Cells (preferred), Neoplastic Cells, Circulating (synonym), Circulating Tumor Cells (synonym)',
    ])
    const concept = readLexicon(text, 'desc2026.xml').concepts[0]!
    assert.equal(concept.category, 'disease')
    assert.equal(concept.pack.version, '2026')
  })

  it('reads MeSH descriptors in ASCII', () => {
    const text = `*NEWRECORD
RECTYPE = D
MH = Neovascularization, Pathologic
PRINT ENTRY = Angiogenesis, Pathologic|T042|NON|EQV|UNK (19XX)|900101|abbcdef
ENTRY = Pathologic Angiogenesis|T042
MN = C23.888
MS = A pathologic process.
UI = D009389

*NEWRECORD
RECTYPE = Q
SH = abnormalities
UI = Q000002

*NEWRECORD
MN = C1
`
    assert.deepEqual(formsOf(text, 'd2026.bin'), [
      'D009389: Pathologic Neovascularization (preferred), Neovascularization, Pathologic (synonym), Pathologic Angiogenesis (synonym), Angiogenesis, Pathologic (synonym)',
    ])
    assert.match(complaints(text, 'd2026.bin')[0]!, /no heading/)
  })

  it('reads SKOS in Turtle, and what stands before an error', () => {
    const text = `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix ex: <http://example.org/terms/> .
ex:anoikis a skos:Concept ; skos:prefLabel "anoikis"@en, "Anoikis"@de ; skos:altLabel "homeless death"@en, "Zelltod"@de ;
  skos:definition "A death."@en ; skos:broader ex:death ; skos:exactMatch <http://purl.obolibrary.org/obo/GO_0043276> .
ex:death a skos:Concept ; skos:prefLabel "cell death"@en .
`
    const forms = ['anoikis: anoikis (preferred), homeless death (synonym)', 'death: cell death (preferred)']
    assert.deepEqual(formsOf(text, 'ex.ttl'), forms)
    const anoikis = readLexicon(text, 'ex.ttl').concepts[0]!
    assert.equal(anoikis.relations[0]!.concept, 'death')
    assert.equal(anoikis.identifiers[0]!.id, 'GO:0043276')
    const broken = `${text}ex:niche a skos:Concept ; skos:prefLabel nonsense here .\n`
    assert.deepEqual(formsOf(broken, 'ex.ttl'), forms)
    assert.match(complaints(broken, 'ex.ttl')[0]!, /This Turtle does not parse from here on/)
  })

  it('reads glossaries as CSV and TSV', () => {
    const csv = `Term,Synonyms,Definition,Case sensitive
"niche, premetastatic",premetastatic niche|PMN,"says ""prepared""",
x,,,
MET,,,yes
MET,,,
`
    assert.deepEqual(formsOf(csv, 'g.csv'), [
      'niche-premetastatic: niche, premetastatic (preferred), premetastatic niche (synonym), PMN (synonym)',
      'met: MET (preferred)',
    ])
    assert.equal(readLexicon(csv, 'g.csv').concepts[0]!.statements[0]!.text, 'says "prepared"')
    assert.deepEqual(complaints(csv, 'g.csv'), [
      'x,,, | The label “x” is too short to be found.',
      'MET,,, | The label “MET” is taken by an earlier row; this one is left out.',
    ])
    assert.deepEqual(formsOf('id\tlabel\nEX:1\tanoikis\n', 'g.tsv'), ['EX:1: anoikis (preferred)'])
    assert.match(complaints('a,b\n1,2\n', 'g.csv')[0]!, /^a,b \| The first row should name the columns/)
  })

  it('reads SSSOM mappings as identifiers', () => {
    const text = `# mapping_set_title: "Ours"
# license: CC0
subject_id\tsubject_label\tpredicate_id\tobject_id\tobject_label
EX:1\tanoikis\tskos:exactMatch\tGO:0043276\tanoikis
EX:1\tanoikis\tskos:broadMatch\tMESH:D016923\tCell Death
\tnobody\tskos:exactMatch\tGO:1\tx
`
    const { concepts, problems, source } = readLexicon(text, 'm.sssom.tsv')
    assert.equal(source.title, 'Ours')
    assert.deepEqual(
      concepts[0]!.identifiers.map(({ id, match }) => `${id} ${match}`),
      ['EX:1 exact', 'GO:0043276 exact', 'MESH:D016923 broad'],
    )
    assert.equal(problems.length, 1)
  })

  it('takes YAML and other JSON for a pack of Stroma', () => {
    assert.equal(readLexicon('id: a', 'a.yaml').format, 'stroma')
    assert.equal(readLexicon('{"id": "a"}', 'a.json').format, 'stroma')
    assert.equal(readLexicon('', 'a.obo').format, 'obo')
  })

  it('never throws, and every place is inside the text', () => {
    const piece = fc.constantFrom(
      ...[
        '[Term]\n',
        'id: A:1\n',
        'name: x',
        'synonym: "',
        '"',
        '\t',
        ',',
        '\n',
        '*NEWRECORD\n',
        'MH = ',
        '<',
        '>',
        '{',
      ],
      ...[
        '<DescriptorRecord>',
        '"graphs":[',
        '}',
        '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .',
        'é',
        '\u0000',
      ],
      ...['subject_id\tobject_id', 'label', '.\n'],
    )
    const names = ['a.obo', 'a.json', 'a.xml', 'a.bin', 'a.ttl', 'a.csv', 'a.tsv', 'a.sssom.tsv', 'a.yaml', 'a']
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), fc.constantFrom(...names), (parts, name) => {
        const text = parts.join('')
        for (const { read } of [...LEXICON_READERS, { read: readLexicon }]) {
          for (const { span } of read(text, name).problems) {
            assert.ok(
              0 <= span.start && span.start <= span.end && span.end <= text.length,
              JSON.stringify([span, text]),
            )
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})
