import assert from 'node:assert/strict'
import { readLexicon } from '../../src/lexicon/read-lexicon.ts'

/** What is said of a lexicon, each with its line, and the ids of the concepts that serve. */
function read(name: string, text: string) {
  const { problems, concepts } = readLexicon(text, name)
  return {
    said: problems.map(({ message, span }) => `${text.slice(0, span.start).split('\n').length}: ${message}`),
    served: concepts.map(({ id }) => id),
    concepts,
  }
}

const OBO_HEAD = 'format-version: 1.2\nontology: ex\n\n'
const YAML_HEAD = 'schemaVersion: 1\nid: own\ntitle: Own\nversion: "1"\nlicence: CC0-1.0\nconcepts:\n'

describe('a lexicon with mistakes in it', () => {
  it('OBO: a circle of is_a costs one of its relations', () => {
    const { said, served, concepts } = read(
      'ex.obo',
      `${OBO_HEAD}[Term]\nid: X:1\nname: death\nis_a: X:2 ! loss\n\n[Term]\nid: X:2\nname: loss\nis_a: X:3\n\n[Term]\nid: X:3\nname: end\nis_a: X:1\nis_a: X:4\n\n[Term]\nid: X:4\nname: thing\nis_a: X:4\n`,
    )
    assert.deepEqual(said, [
      '17: “death” is a kind of itself: “death” → “loss” → “end” → “death”; the last of these relations is left out.',
      '23: “thing” is a kind of itself: “thing” → “thing”; the last of these relations is left out.',
    ])
    assert.deepEqual(served, ['X:1', 'X:2', 'X:3', 'X:4'])
    assert.deepEqual(
      concepts.map(({ relations }) => relations.map(({ concept }) => concept)),
      [['X:2'], ['X:3'], ['X:4'], []],
    )
  })

  it('OBO: a long chain is no circle, and is gone through', () => {
    const terms = Array.from({ length: 20_000 }, (_, n) => `[Term]\nid: X:${n}\nname: term ${n}\nis_a: X:${n + 1}\n`)
    const { said, served } = read('ex.obo', OBO_HEAD + terms.join('\n'))
    assert.deepEqual([said, served.length], [[], 20_000])
  })

  it('OBO: broken stanzas, ids that come twice and synonyms of a letter cost themselves', () => {
    const { said, served, concepts } = read(
      'ex.obo',
      `${OBO_HEAD}[Term]\nname: nameless\n\n[Term\nid: X:1\nname: swallowed\n\n[Term]\nid: X:2\nname: good term\nsynonym: unquoted EXACT []\nsynonym: "g" EXACT []\nno tag here\n\n[Term]\nid: X:2\nname: again\n\n[Term]\nid: X:3\nname: last`,
    )
    assert.deepEqual(said, [
      '4: This term has no id; it is left out.',
      '7: The head of this stanza is not closed by “]”; the stanza is left out.',
      '14: This synonym is not in quotation marks; it is left out.',
      '15: The surface form “g” is one character long and would be found everywhere; it is left out.',
      '16: This line is no tag of OBO; it is left out.',
      '18: The id “X:2” is taken by an earlier term; this one is left out.',
    ])
    assert.deepEqual(served, ['X:2', 'X:3'])
    assert.deepEqual(
      concepts[0]!.surfaceForms.map(({ text }) => text),
      ['good term'],
    )
  })

  it('OBO: the name of a term that was given up serves where it has letters enough and no other term has it', () => {
    const given = (id: number, name: string) =>
      `[Term]\nid: X:${id}\nname: ${name}\nis_obsolete: true\nreplaced_by: X:1\n\n`
    const { said, concepts } = read(
      'ex.obo',
      `${OBO_HEAD}[Term]\nid: X:1\nname: new term\n\n[Term]\nid: X:2\nname: Used term\n\n${given(3, 'z')}${given(4, 'used term')}${given(5, 'old term')}${given(6, 'old term')}`,
    )
    assert.deepEqual(said, [
      '12: The surface form “z” is one character long and would be found everywhere; it is left out.',
    ])
    assert.deepEqual(
      concepts.map(({ surfaceForms }) => surfaceForms.map(({ text }) => text)),
      [['new term', 'old term'], ['Used term']],
    )
  })

  it('OBO graphs: circles, ids that come twice and letters are told with their lines', () => {
    const node = (id: string, lbl: string, more = '') => `{"id": "http://x.org/obo/X_${id}", "lbl": "${lbl}"${more}}`
    const edge = (sub: string, obj: string) =>
      `{"sub": "http://x.org/obo/X_${sub}", "pred": "is_a", "obj": "http://x.org/obo/X_${obj}"}`
    const text = `{"graphs": [{"nodes": [\n${[
      node('1', 'one thing', ', "meta": {"synonyms": [{"pred": "hasExactSynonym", "val": "o"}]}'),
      node('2', 'two things'),
      node('2', 'two again'),
    ].join(',\n')}\n], "edges": [\n${edge('1', '2')},\n${edge('2', '1')}\n]}]}`
    const { said, served } = read('x.json', text)
    assert.deepEqual(said, [
      '2: The surface form “o” is one character long and would be found everywhere; it is left out.',
      '3: “one thing” is a kind of itself: “one thing” → “two things” → “one thing”; the last of these relations is left out.',
      '4: The id “X:2” is taken by an earlier node; this one is left out.',
    ])
    assert.deepEqual(served, ['X:1', 'X:2'])
  })

  it('OBO graphs: a file that is cut short says where', () => {
    const { said, served } = read('x.json', '{"graphs": [{"nodes": [\n{"id": "http://x.org/obo/X_1", "lbl": "on')
    assert.match(said.join(), /^2: This JSON does not parse: /)
    assert.deepEqual(served, [])
  })

  it('a pack: circles, ids that come twice and letters are told with their lines', () => {
    const { said, served } = read(
      'own.yaml',
      `${YAML_HEAD}  - id: a\n    label: alpha cell\n    category: cell\n    relations:\n      - { relation: is-a }\n      - { relation: is-a, concept: b, place: x }\n  - id: b\n    label: beta cell\n    category: cell\n    surfaceForms: [b]\n    relations:\n      - { relation: is-a, concept: a, place: x }\n  - id: a\n    label: again\n    category: cell\n`,
    )
    assert.deepEqual(said, [
      '11: A relation needs `relation`, `concept` and `place`; it is left out.',
      '16: The surface form “b” is one character long and would be found everywhere; it is left out.',
      '19: The id “a” is taken by an earlier concept; this one is left out.',
      '18: “alpha cell” is a kind of itself: “alpha cell” → “beta cell” → “alpha cell”; the last of these relations is left out.',
    ])
    assert.deepEqual(served, ['a', 'b'])
  })

  it('SKOS: a circle of broader concepts and letters are told with their lines', () => {
    const { said, served } = read(
      'x.ttl',
      '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix : <http://x.org/> .\n:a skos:prefLabel "one"@en ;\n  skos:altLabel "o" ;\n  skos:broader :b .\n:b skos:prefLabel "two"@en ;\n  skos:broader :a .\n',
    )
    assert.deepEqual(said, [
      '3: The surface form “o” is one character long and would be found everywhere; it is left out.',
      '6: “one” is a kind of itself: “one” → “two” → “one”; the last of these relations is left out.',
    ])
    assert.deepEqual(served, ['a', 'b'])
  })

  it('a glossary: a synonym of a letter and an id that comes twice cost themselves', () => {
    const { said, served } = read('own.csv', 'id,label,synonyms\nx,rare cell,r|RC\nx,rarer cell,\ny,c,\nz,zone,\n')
    assert.deepEqual(said, [
      '2: The surface form “r” is one character long and would be found everywhere; it is left out.',
      '3: The id “x” is taken by an earlier row; this one is left out.',
      '4: The label “c” is too short to be found.',
    ])
    assert.deepEqual(served, ['x', 'z'])
  })

  it('a pack: a label of one letter, or of none, is no form, and that is said', () => {
    const { said, concepts } = read(
      'own.yaml',
      `${YAML_HEAD}  - {id: a, label: T, category: x, surfaceForms: [T lymphocyte]}\n  - {id: b, label: "+-", category: x}\n`,
    )
    assert.deepEqual(said, [
      '7: The surface form “T” is one character long and would be found everywhere; it is left out.',
      '8: The surface form “+-” has no letter; it is left out.',
    ])
    assert.deepEqual(
      concepts.map(({ surfaceForms }) => surfaceForms.map(({ text }) => text)),
      [['T lymphocyte'], []],
    )
  })

  it('a glossary: a quotation that is not closed costs its row, not those behind it', () => {
    const { said, concepts } = read(
      'own.csv',
      'label,synonyms,definition\n"rare cell, RC,x\nniche,"nest|home","two\nlines, ""so"""\n"late cell,LC,y\n',
    )
    assert.deepEqual(said, [
      '2: This quotation mark is not closed; what it begins was read to the end of its cell.',
      '5: This quotation mark is not closed; what it begins was read to the end of its cell.',
    ])
    assert.deepEqual(
      concepts.map(({ label, statements }) => [label, statements[0]?.text]),
      [
        ['rare cell', 'x'],
        ['niche', 'two\nlines, "so"'],
        ['late cell', 'y'],
      ],
    )
    assert.deepEqual(read('own.csv', 'label\nniche\nNiche\n').said, [
      '3: The label “Niche” is taken by an earlier row; this one is left out.',
    ])
  })

  it('a pack: a word in asterisks, which YAML takes for an alias, costs nothing', () => {
    const { said, concepts } = read(
      'own.yaml',
      `${YAML_HEAD}  - &a { id: a, label: *anoikis*, category: process, surfaceForms: [*loose, death] }\n  - *a\n`,
    )
    assert.deepEqual(said, [
      '7: A text that begins with “*” stands in quotes; “*anoikis*” is read as “anoikis”.',
      '7: A text that begins with “*” stands in quotes; “*loose” is read as “loose”.',
      '8: The id “a” is taken by an earlier concept; this one is left out.',
    ])
    assert.deepEqual(
      concepts.map(({ surfaceForms }) => surfaceForms.map(({ text }) => text)),
      [['anoikis', 'loose', 'death']],
    )
  })

  it('OBO graphs: a term that was given up lends its name to what replaces it', () => {
    const node = (id: string, lbl: string, meta?: object) => ({ id: `http://x.org/CL_${id}`, lbl, type: 'CLASS', meta })
    const replaced = { pred: 'http://purl.obolibrary.org/obo/IAO_0100001', val: 'http://x.org/CL_2' }
    const { concepts } = read(
      'ex.json',
      JSON.stringify({
        graphs: [
          {
            id: 'http://x.org/cl.owl',
            nodes: [
              node('1', 'obsolete old cell', { deprecated: true, basicPropertyValues: [replaced] }),
              node('2', 'new cell'),
            ],
          },
        ],
      }),
    )
    assert.deepEqual(
      concepts.map(({ surfaceForms }) => surfaceForms.map(({ text, kind }) => `${text}: ${kind}`)),
      [['new cell: preferred', 'old cell: obsolete']],
    )
  })

  it('SKOS: a circle is told with its line where labels are written with escapes', () => {
    const { said } = read(
      'x.ttl',
      '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix ex: <http://x.org/> .\n\nex:a skos:prefLabel \'one\' ; skos:broader ex:b .\n<http://x.org/b> skos:prefLabel "tw\\u00F6" ; skos:broader ex:a .\n',
    )
    assert.deepEqual(said, [
      '5: “one” is a kind of itself: “one” → “twö” → “one”; the last of these relations is left out.',
    ])
  })

  it('MeSH in XML: entities of the file’s own are not expanded, nothing is fetched, and the rest serves', () => {
    const record = (ui: string, name: string) =>
      `<DescriptorRecord><DescriptorUI>${ui}</DescriptorUI><DescriptorName><String>${name}</String></DescriptorName></DescriptorRecord>`
    const laughs = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']
      .map((name, n, all) => `<!ENTITY ${name} "${n === 0 ? 'lol' : `&${all[n - 1]};`.repeat(10)}">`)
      .join('')
    const { said, served, concepts } = read(
      'desc2026.xml',
      `<?xml version="1.0"?>\n<!DOCTYPE DescriptorRecordSet [${laughs}<!ENTITY file SYSTEM "file:///etc/hostname">]>\n<DescriptorRecordSet>\n${[
        record('D1', 'Anoikis'),
        record('D2', 'Cells &j;'),
        record('D3', 'Cells &file;'),
        record('D4', 'Stroma &amp; Matrix'),
        record('D1', 'Again'),
      ].join('\n')}\n</DescriptorRecordSet>`,
    )
    assert.deepEqual(
      concepts.map(({ label }) => label),
      ['Anoikis', 'Cells &j;', 'Cells &file;', 'Stroma & Matrix'],
    )
    assert.deepEqual(served, ['D1', 'D2', 'D3', 'D4'])
    assert.deepEqual(
      said
        .map(line => line.replace(/:(?! ).*/, ''))
        .filter(line => /^\d/.test(line))
        .map(line => Number.parseInt(line, 10))
        .sort(),
      [5, 6, 8],
    )
    assert.match(said.join('\n'), /5: This XML has an entity here that is none/)
    assert.match(said.join('\n'), /8: The descriptor “D1” is there already; this one is left out\./)
  })

  it('MeSH in XML: a file that is cut short gives what stands before', () => {
    const { said, served } = read(
      'desc2026.xml',
      '<DescriptorRecordSet>\n<DescriptorRecord><DescriptorUI>D1</DescriptorUI><DescriptorName><String>Anoikis</String></DescriptorName></DescriptorRecord>\n<DescriptorRecord><DescriptorUI>D2</DescriptorUI><Descr',
    )
    assert.deepEqual(served, ['D1'])
    assert.match(said.join('\n'), /3: This XML is not well formed/)
  })
})
