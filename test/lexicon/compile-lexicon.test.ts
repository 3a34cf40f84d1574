import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { compileLexicon, lexiconOf, storeOf } from '../../src/lexicon/compile-lexicon.ts'
import type { Mention } from '../../src/lexicon/concept.ts'
import { readPack } from '../../src/lexicon/read-pack.ts'
import { readingsOf } from '../../src/lexicon/readings.ts'

const NONE: ReadonlyMap<string, string> = new Map()
const shipped = compileLexicon([readPack(readFileSync('data/packs/meseure-2014.json', 'utf8'), 'meseure-2014.json')])

const own = (...concepts: object[]) =>
  compileLexicon([
    readPack(JSON.stringify({ schemaVersion: 1, id: 'own', title: 't', version: '1', licence: 'MIT', concepts }), ''),
  ])
const concept = (label: string, ...surfaceForms: unknown[]) => ({
  id: label.replace(/\s/g, '-'),
  label,
  category: 'c',
  surfaceForms,
})

const shown = (prose: string, mentions: readonly Mention[]) =>
  mentions.map(
    ({ span, concepts }) => `${prose.slice(span.start, span.end)} = ${concepts.map(({ id }) => id).join('|')}`,
  )
const inPack = (prose: string, definitions = NONE) => shown(prose, shipped.mentionsIn(prose, definitions))

describe('mentionsIn', () => {
  it('finds every concept of the review in its own abstract and captions', function () {
    const page = '../shared/review/meseure-2014-pubmed.txt'
    if (!existsSync(page)) return this.skip()
    const text = readFileSync(page, 'utf8')
    const part = (pattern: RegExp) => pattern.exec(text)?.[1] ?? assert.fail(String(pattern))
    const parts: Record<string, string> = {
      title: part(/\n(Pivotal role .+)\n/),
      abstract: part(/\nAbstract\s+(.+)\n/),
      fig1: part(/\nFig\. 1\nFig\. 1\n(.+)\n/),
      fig2: part(/\nFig\. 2\nFig\. 2\n(.+)\n/),
    }
    const { terms } = JSON.parse(readFileSync('../shared/review/terms.json', 'utf8'))
    for (const [place, prose] of Object.entries(parts)) {
      const found = new Set(readingsOf(shipped.mentionsIn(prose, NONE)).map(({ concept }) => concept.id))
      const named = terms.filter((term: { named_in: string[] }) =>
        term.named_in.some(name => name.split('(')[0] === place),
      )
      assert.ok(named.length > 5)
      assert.deepEqual(
        named.filter(({ id }: { id: string }) => !found.has(id)).map(({ id }: { id: string }) => id),
        [],
        place,
      )
    }
  })

  it('finds every concept of the review in the titles that it cites', function () {
    if (!existsSync('../shared/review/terms.json')) return this.skip()
    const { terms } = JSON.parse(readFileSync('../shared/review/terms.json', 'utf8'))
    const [, ...cited] = JSON.parse(readFileSync('data/references/meseure-2014.json', 'utf8'))
    cited.forEach(({ title }: { title: string }, index: number) => {
      const place = `ref${index + 1}`
      const found = new Set(readingsOf(shipped.mentionsIn(title, NONE)).map(({ concept }) => concept.id))
      const named = terms.filter(({ mentions }: { mentions: { where: string }[] }) =>
        mentions.some(({ where }) => where.split('(')[0] === place),
      )
      assert.ok(named.length > 0, place)
      assert.deepEqual(
        named.filter(({ id }: { id: string }) => !found.has(id)).map(({ id }: { id: string }) => id),
        [],
        place,
      )
    })
  })

  it('takes progression and cancer for concepts where the words around them say so', () => {
    assert.match(
      inPack('Signals speed the progression to invasive carcinoma')[0] ?? '',
      /^progression = tumor-progression$/,
    )
    assert.deepEqual(inPack('Signals slow the progression of kidney failure'), [])
    assert.match(inPack('Escape from apoptosis in cancer').join(), /cancer = cancer/)
  })

  it('disregards case, number, hyphens, spelling, emphasis and line breaks', () => {
    for (const prose of [
      'circulating tumor cells',
      'Circulating tumour cell',
      'circulating-tumor\ncells',
      '*circulating* tumor cells',
      'circulating **tumor** cells',
      'circulating tumor cell’s',
      'circulating\n> tumour cells',
    ]) {
      assert.match(inPack(`The ${prose} are few.`).join(), /= circulating-tumor-cell$/, prose)
    }
    assert.deepEqual(inPack('pre-metastatic niches'), ['pre-metastatic niches = premetastatic-niche'])
    assert.deepEqual(inPack('extra-cellular matrices'), ['extra-cellular matrices = extracellular-matrix'])
    assert.deepEqual(inPack('stromal remodelling'), ['stromal remodelling = stromal-remodeling'])
    assert.deepEqual(inPack('metastatic colonisation'), ['metastatic colonisation = metastatic-colonization'])
  })

  it('disregards marks of references and notes, no-break spaces of Pandoc and ligatures, but no exponents', () => {
    for (const prose of ['Anoikis^3^ and', 'anoikis^1,2–5^', 'anoikis^[3]^', 'anoikis^a^.'])
      assert.deepEqual(inPack(prose), [`${/anoikis/i.exec(prose)![0]} = anoikis`], prose)
    for (const prose of ['tumor\\ microenvironment', 'tumor^12^ microenvironment'])
      assert.ok(inPack(prose).includes(`${prose} = tumor-microenvironment`), prose)
    const { mentionsIn } = own(concept('fibroblast'), concept('Ca2+'), concept('Ly6Chi'))
    const prose = 'ﬁbroblasts, Ca^2+^ and Ly6C^hi^, fibroblast^hi^'
    assert.deepEqual(shown(prose, mentionsIn(prose, NONE)), [
      'ﬁbroblasts = fibroblast',
      'Ca^2+ = Ca2+',
      'Ly6C^hi = Ly6Chi',
    ])
  })

  it('knows Greek letters by letter and by name', () => {
    const { mentionsIn } = own(concept('TGF-β'), concept('interferon gamma', 'IFN-gamma'), concept('alpha-synuclein'))
    for (const prose of [
      'TGF-β',
      'TGF-beta',
      'TGFβ',
      'TGF β',
      'TGFbeta',
      'IFNγ',
      'IFN-γ',
      'α-synuclein',
      'Alpha synuclein',
    ]) {
      assert.equal(mentionsIn(prose, NONE).length, 1, prose)
    }
  })

  it('does not reach across what is not prose, marks and sentences', () => {
    for (const prose of [
      'tumor. Cells',
      'tumor, cells',
      'tumor (cells)',
      'tumor            cells',
      'tumor\n\ncells',
      'tumor – cells',
      'tumor — cells',
      'tumor_cells',
    ]) {
      assert.deepEqual(inPack(prose), [], prose)
    }
  })

  it('finds forms that hold marks', () => {
    const { mentionsIn } = own(
      concept('Na+/K+ ATPase'),
      concept('E. coli'),
      concept('regulation of transcription, DNA-templated'),
    )
    const prose = 'The Na^+^/K^+^-ATPase of *E. coli* in regulation of transcription, DNA templated.'
    assert.equal(mentionsIn(prose, NONE).length, 3)
    assert.equal(mentionsIn('Na+/K+-ATPases', NONE).length, 1)
  })

  it('takes the longest of overlapping forms and keeps the shorter one as a part', () => {
    const prose = 'glucose deprivation of circulating tumor cells'
    const mentions = shipped.mentionsIn(prose, NONE)
    assert.deepEqual(shown(prose, mentions), [
      'glucose deprivation = glucose-deprivation',
      'circulating tumor cells = circulating-tumor-cell',
    ])
    assert.deepEqual(shown(prose, mentions[0]!.parts ?? []), ['glucose = glucose'])
    assert.deepEqual(shown(prose, mentions[1]!.parts ?? []), ['tumor cells = neoplastic-cell'])
  })

  it('finds forms that share a word', () => {
    assert.deepEqual(inPack('premetastatic and metastatic niches'), [
      'premetastatic = premetastatic-niche',
      'metastatic niches = metastatic-niche',
    ])
    assert.deepEqual(inPack('micro- and macrometastases'), [
      'micro = micrometastasis',
      'macrometastases = macrometastasis',
    ])
    assert.deepEqual(inPack('a normal to a tumorigenic microenvironment'), [
      'normal = normal-microenvironment',
      'tumorigenic microenvironment = tumorigenic-microenvironment',
    ])
    assert.deepEqual(inPack('stromal reprogramming and remodeling.'), [
      'stromal reprogramming = stromal-cell-reprogramming',
      'remodeling = stromal-remodeling',
    ])
    assert.deepEqual(inPack('cancer cells and stem cells'), ['cancer cells = cancer-cell'])
    assert.deepEqual(inPack('the niche metastasis and a metastasis niche')[0], 'metastasis = metastasis')
  })

  it('finds no word of which non- or pre- makes another one', () => {
    assert.deepEqual(inPack('The pre-metastatic niche of a non-metastatic tumor: non-invasive cancer cells.'), [
      'pre-metastatic niche = premetastatic-niche',
      'cancer cells = cancer-cell',
    ])
    assert.deepEqual(inPack('anti-metastatic'), ['metastatic = metastasis'])
  })

  it('prefers a longer form to an earlier one', () => {
    const { mentionsIn } = own(concept('stem cell'), concept('cell growth rate'))
    const prose = 'stem cell growth rate'
    assert.deepEqual(shown(prose, mentionsIn(prose, NONE)), ['cell growth rate = cell-growth-rate'])
  })

  describe('of an ambiguous form', () => {
    const bare = [
      'TEM',
      'MET',
      'TM',
      'CTC',
      'CTCs',
      'PMN',
      'ECM',
      'TME',
      'EC',
      'IBC',
      'CSC',
      'MDSC',
      'stroma',
      'pH',
      'plasticity',
    ]

    it('is silent without support', () => {
      for (const form of bare) {
        assert.deepEqual(inPack(form), [], form)
        assert.deepEqual(inPack(`We measured ${form} in each of the samples.`), [], form)
      }
    })

    it('follows the definition of the text', () => {
      const samples = 'TEM was seen in all samples.'
      const as = (long: string) => inPack(samples, new Map([['TEM', long]]))
      assert.deepEqual(as('transendothelial migration'), ['TEM = transendothelial-migration'])
      assert.deepEqual(as('transmission electron microscopy'), [])
      assert.deepEqual(inPack('CTCs rose.', new Map([['CTCs', 'human circulating tumour cells']])), [
        'CTCs = circulating-tumor-cell',
      ])
    })

    it('is silenced by a definition even where the paragraph supports it', () => {
      const prose = 'Extravasation of leukocytes across endothelium by TEM.'
      assert.ok(inPack(prose).includes('TEM = transendothelial-migration'))
      assert.ok(!inPack(prose, new Map([['TEM', 'thing else meant']])).some(found => found.startsWith('TEM')))
    })

    it('is opposed by what an electron microscope and an exercise are described with', () => {
      assert.deepEqual(inPack('Imaged by TEM at 80 kV; leukocytes were seen.'), [])
      assert.ok(!inPack('With metastatic cancer, 8 MET-hours per week.').some(found => found.startsWith('MET ')))
    })

    it('is supported by cues, unless more cues oppose it', () => {
      assert.ok(inPack('EMT and its reverse, MET, in metastasis').includes('MET = mesenchymal-epithelial-transition'))
      const kinase = 'MET amplification and MET exon 14 mutation respond to a kinase inhibitor despite EMT'
      assert.ok(!inPack(kinase).some(found => found.startsWith('MET ')))
    })

    it('is not looked for in names', () => assert.deepEqual(inPack('The National Cancer Institute of tumors'), []))

    it('is not looked for in half of another name', () => {
      const prose = (name: string) => `The ${name} of endothelial and vascular origin lines the vessel wall.`
      assert.ok(inPack(prose('EC')).includes('EC = endothelial-cell'))
      for (const name of ['EC-SOD', 'ECs-1A', 'HUV-EC']) {
        assert.ok(!inPack(prose(name)).some(found => /^ECs? /.test(found)), name)
      }
      assert.ok(inPack(prose('EC-derived factor')).includes('EC = endothelial-cell'))
    })

    it('is weighed alike when its concept is decoded anew each time that it is looked at', () => {
      const concepts = [...shipped.concepts.values()]
      const { store } = storeOf(concepts)
      const fleeting = { ...store, conceptAt: (number: number) => structuredClone(concepts[number]!) }
      const { mentionsIn } = lexiconOf(fleeting, shipped.packs, shipped.concepts)
      const prose = 'EMT and its reverse, MET, in metastasis.\n\nMET exon 14 mutation and a kinase inhibitor.'
      assert.deepEqual(shown(prose, mentionsIn(prose, NONE)), inPack(prose))
    })

    it('does not support itself, also after a mark that makes a gap before it', () => {
      assert.deepEqual(inPack('The tumorigenic one'), [])
      assert.deepEqual(inPack('Plate C_Cancer'), [])
    })

    it('is supported by its concept being named in the same paragraph', () => {
      const prose = 'The unfolded protein response is old. UPR is its name.'
      assert.ok(inPack(prose).includes('UPR = unfolded-protein-response'))
    })

    it('tells concepts with one form apart', () => {
      assert.ok(inPack('PMN, that is polymorphonuclear leukocytes').includes('PMN = neutrophil'))
      assert.ok(inPack('metastasis needs a PMN, a niche').includes('PMN = premetastatic-niche'))
    })
  })

  it('follows an abbreviation that the text defines and no pack knows', () => {
    const prose = 'XPNs were found; XPN is small.'
    assert.deepEqual(inPack(prose, new Map([['XPN', 'premetastatic niche']])), [
      'XPNs = premetastatic-niche',
      'XPN = premetastatic-niche',
    ])
  })

  it('never takes capitals for small letters', () => {
    const { mentionsIn } = own(
      concept('catalase', 'CAT'),
      concept('acidity', { text: 'pH', kind: 'abbreviation', caseSensitive: true }),
    )
    assert.equal(mentionsIn('the cat and the Cat at ph 7', NONE).length, 0)
    assert.equal(mentionsIn('CAT at pH 7', NONE).length, 2)
  })

  it('gives spans inside the text, in order, that never overlap', () => {
    const words = fc.constantFrom(
      'tumor',
      'cells',
      'circulating',
      'stroma',
      'MET',
      ' ',
      '-',
      '\n',
      '*',
      '.',
      'cancer',
      'stem',
      'α',
      'é',
      '𝛼',
      '’s',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), parts => {
        const prose = parts.join('')
        let end = 0
        for (const { span, concepts } of shipped.mentionsIn(prose, NONE)) {
          assert.ok(span.start >= end && span.end > span.start && span.end <= prose.length)
          assert.ok(concepts.length > 0)
          end = span.end
        }
      }),
    )
  })

  it('answers hostile text in time', () => {
    for (const piece of ['tumor cells ', '-', '*', '’s', ' ', '\n\n', 'cancer-', 'MET ', 'stroma ']) {
      shipped.mentionsIn(piece.repeat(50_000), NONE)
    }
  })
})
