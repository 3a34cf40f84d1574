import assert from 'node:assert/strict'
import fc from 'fast-check'
import { abbreviationsIn, findAbbreviations } from '../../src/manuscript/abbreviations.ts'
import { readManuscript } from '../../src/manuscript/read-manuscript.ts'

const pairs = (prose: string) => abbreviationsIn(prose).map(({ short, long }) => `${short} = ${long}`)
const one = (prose: string, pair: string) => assert.deepEqual(pairs(prose), [pair], prose)
const none = (prose: string) => assert.deepEqual(pairs(prose), [], prose)

describe('abbreviationsIn', () => {
  it('reads a long form before its short form', () => {
    one('the extracellular matrix (ECM) is', 'ECM = extracellular matrix')
    one('Circulating tumor cells (CTCs) are', 'CTCs = Circulating tumor cells')
    one('myeloid-derived suppressor cells [MDSCs]', 'MDSCs = myeloid-derived suppressor cells')
    one('high-performance liquid chromatography (HPLC)', 'HPLC = high-performance liquid chromatography')
    one('by quantitative polymerase chain reaction (qPCR)', 'qPCR = quantitative polymerase chain reaction')
  })

  it('reads a short form before its long form', () => {
    one('ECM (extracellular matrix) is', 'ECM = extracellular matrix')
    one('CTCs (i.e., circulating tumour cells) are', 'CTCs = circulating tumour cells')
    one('TSA (The Stroma Atlas) and', 'TSA = The Stroma Atlas')
    one('ECM (the extracellular matrix) and', 'ECM = extracellular matrix')
    one('APL (a proliferating line) and', 'APL = a proliferating line')
    one('msp40 (matrix stress protein) and', 'msp40 = matrix stress protein')
    none('IT (in tumours) was')
  })

  it('reads both inside brackets', () => one('in vessels (blood-brain barrier, BBB)', 'BBB = blood-brain barrier'))

  it('reads Greek letters, digits and locants', () => {
    one('transforming growth factor-β (TGF-β)', 'TGF-β = transforming growth factor-β')
    one('transforming growth factor beta (TGF-β)', 'TGF-β = transforming growth factor beta')
    one('interleukin-6 (IL-6)', 'IL-6 = interleukin-6')
    one('triiodothyronine (T3)', 'T3 = triiodothyronine')
    one('1,2-diacylglycerol (DAG)', 'DAG = 1,2-diacylglycerol')
    one('HIV/acquired immunodeficiency syndrome (AIDS)', 'AIDS = acquired immunodeficiency syndrome')
  })

  it('reads what leads to a short form and what follows it', () => {
    one('magnetic resonance imaging (the MRI)', 'MRI = magnetic resonance imaging')
    one('magnetic resonance imaging (MRI, 1.5 T)', 'MRI = magnetic resonance imaging')
    one('magnetic resonance imaging (hereafter MRI)', 'MRI = magnetic resonance imaging')
    one('magnetic resonance imaging (i.e. “MRI”)', 'MRI = magnetic resonance imaging')
    one('magnetic resonance imaging (MRI;      )', 'MRI = magnetic resonance imaging')
  })

  it('reads nested definitions', () => {
    assert.deepEqual(pairs('(see the extracellular matrix (ECM) and basement membrane (BM))'), [
      'ECM = extracellular matrix',
      'BM = basement membrane',
    ])
  })

  it('reads a definition that goes on from one inside it', () => {
    assert.deepEqual(pairs('Vascular endothelial growth factor (VEGF) receptor (VEGFR) and MAPK (x) kinase (MAPKK)'), [
      'VEGF = Vascular endothelial growth factor',
      'VEGFR = Vascular endothelial growth factor receptor',
    ])
    assert.deepEqual(pairs('epidermal growth factor (EGF). Receptors (EGFRs)'), ['EGF = epidermal growth factor'])
  })

  it('reads a short form with an index, and with “and” between its letters', () => {
    one('T follicular helper (T~FH~) cells', 'T~FH~ = T follicular helper')
    one('T helper 17 (T~H~17) cells', 'T~H~17 = T helper 17')
    one('with hematoxylin and eosin (H&E) and', 'H&E = hematoxylin and eosin')
    none('bought from Smith & Sons (S &) and')
  })

  it('reads sentences that only say what a short form stands for', () => {
    one('MDSCs, myeloid-derived suppressor cells.', 'MDSCs = myeloid-derived suppressor cells')
    one('Cells of a tumor. *Abbreviation*. **HR**, hazard ratio.', 'HR = hazard ratio')
    one('TME: tumour microenvironment', 'TME = tumour microenvironment')
    none('TAMs, tumour-associated macrophages among them, are')
    none('In the ECM, extracellular matrix is rich.')
    none('ALK, a large kinase.')
  })

  it('reads the end of a legend as Springer sets it', () => {
    assert.deepEqual(
      pairs(
        'Cells. *CTC* circulating tumor cell, *ECM* extracellular matrix, *MDSCs* myeloid-derived suppressor cells',
      ),
      ['CTC = circulating tumor cell', 'ECM = extracellular matrix', 'MDSCs = myeloid-derived suppressor cells'],
    )
    none('*TP53* the gene, *CDH1* epithelial cadherin, *ALK* a large kinase, *MYC* my own.')
  })

  it('reads an item of a list that its neighbours vouch for', () =>
    assert.deepEqual(pairs('CTC, circulating tumor cell; MPO, myeloperoxidase; ECM, extracellular matrix.'), [
      'CTC = circulating tumor cell',
      'MPO = myeloperoxidase',
      'ECM = extracellular matrix',
    ]))

  it('reads what is called by a short form, or stands for a long one', () => {
    one('Cancer stem cells, or CSCs, renew themselves', 'CSCs = Cancer stem cells')
    one('here “DTC” stands for disseminated tumour cell, and', 'DTC = disseminated tumour cell')
    one('Let OS denote overall survival.', 'OS = overall survival')
    none('by mice, or MEFs, of')
    none('isoforms (EcR-A, EcR-B1, or EcR-B2) are')
    none('treated with EGF, or TGF-β, for')
  })

  it('reads long forms that have an abbreviation, brackets or a bare locant in them', () => {
    one('the role of BM-derived suppressors (BMDS) is', 'BMDS = BM-derived suppressors')
    one('by poly(L-lysine) adsorption (PLA)', 'PLA = poly(L-lysine) adsorption')
    one('with 17 beta-oestrone sulphate (OS)', 'OS = 17 beta-oestrone sulphate')
    one('malformation--double aortic arch (DAA)', 'DAA = double aortic arch')
    one('cytochrome c reductase (CCR)', 'CCR = cytochrome c reductase')
  })

  it('reads numbers that are written out', () => {
    one('three-dimensional (3D) cultures', '3D = three-dimensional')
    one('matrix kinase II (MK2)', 'MK2 = matrix kinase II')
    one('matrix trisphosphate (MP3)', 'MP3 = matrix trisphosphate')
  })

  it('reads short forms that say more than their long forms', () => {
    one('a matrix stress protein (Msp40)', 'Msp40 = matrix stress protein')
    one('tumor dormancy factor (TDF-alpha)', 'TDF-alpha = tumor dormancy factor')
    one('matrix activating sequence (MAS(ECM))', 'MAS(ECM) = matrix activating sequence')
    one('we studied the role of matrix adhesion receptor (hMAR)', 'hMAR = matrix adhesion receptor')
    one('a matrix activating factor (Maf2p)', 'Maf2p = matrix activating factor')
    one('the matrix-activating factor 2 (Maf2p)', 'Maf2p = matrix-activating factor 2')
    one('matrix signal kinases (MSK1/2)', 'MSK1/2 = matrix signal kinases')
    none('for seven days (MS-99)')
    none('under stable conditions the extracellular [Ca2+] rises')
  })

  it('reads symbols, of which the long form says the index first', () => {
    one('the melting temperature (Tm) is', 'Tm = melting temperature')
    one('the dissociation constant (K(d)) is', 'K(d) = dissociation constant')
    one('the maximal velocity (Vmax) is', 'Vmax = maximal velocity')
    one('the 50% adhesive concentration (AC50) is', 'AC50 = 50% adhesive concentration')
    one('a half-life (t1/2) of', 't1/2 = half-life')
    one('type II matrix adhesion receptor (MARII)', 'MARII = type II matrix adhesion receptor')
    one('matrix type II receptor (MRII)', 'MRII = matrix type II receptor')
    one('the 12-item Matrix Anxiety Scale (MAS-12)', 'MAS-12 = 12-item Matrix Anxiety Scale')
    none('McMatrix type II MS (MS II)')
  })

  it('reads the names of chemicals', () => {
    one('6-hydroxymatrixin (6-OHM)', '6-OHM = 6-hydroxymatrixin')
    one('N-acetylglucosamine (GlcNAc)', 'GlcNAc = N-acetylglucosamine')
    one('matrixinositol 4,5-bisphosphate (MtxIns(4,5)P2)', 'MtxIns(4,5)P2 = matrixinositol 4,5-bisphosphate')
    none('with many patients (1,234 mp)')
  })

  it('reads short forms of several words', () => {
    one('matrix-activated kinase (MA kinase) is', 'MA kinase = matrix-activated kinase')
    one('MA kinase (matrix-activated kinase) is', 'MA kinase = matrix-activated kinase')
    one('The MF-beta B (matrix factor beta B) is', 'MF-beta B = matrix factor beta B')
    none('Matrix Validity (matrix values of ideal tissue) is')
  })

  it('reads both forms in brackets, in either order and whatever stands between them', () => {
    for (const inside of [
      'matrix adhesion factor; MAF',
      'matrix adhesion factor or MAF',
      'MAF, matrix adhesion factor',
      'MAF = matrix adhesion factor',
    ])
      one(`the protein (${inside}) is`, 'MAF = matrix adhesion factor')
    none('the genes (MAF, MDM2, MYC)')
  })

  it('reads one of two names', () => {
    one('matrix adhesion factor (MAF/CXCL99) is', 'MAF = matrix adhesion factor')
    one('matrix adhesion factor (stromalin or MAF) is', 'MAF = matrix adhesion factor')
    one('matrix adhesion factor (MAF 10 ng/ml) is', 'MAF = matrix adhesion factor')
    none('data types (VARCHAR, FLOAT, DATE, DT)')
  })

  it('reads a short form between commas, after “or” and after “termed”', () => {
    one('the matrix adhesion factor, MAF, is', 'MAF = matrix adhesion factor')
    one('the matrix adhesion factor or MAF is', 'MAF = matrix adhesion factor')
    one('the matrix adhesion factor, termed MAF, is', 'MAF = matrix adhesion factor')
    none('In relational stores such as SQLite, MySQL, and files')
  })

  it('takes letters that count for no short forms', () => {
    none('of an artery (A) and a vein (B)')
    one('of a nerve (N)', 'N = nerve')
  })

  it('explains no name by itself', () => {
    none('MDSCs and more MDSCs, not an (MDSC)')
    none('the gene axin-2 (AXIN2) is')
    none('the matrix-activating enzyme (E1) is')
    none('was induced by matrix proteins (BMP)')
  })

  it('takes no city and its state for a definition', () => none('bought in the city (New York, NY)'))

  it('reads definitions without brackets', () => {
    one('The ECM, i.e., the extracellular matrix, is stiff', 'ECM = extracellular matrix')
    one('The EMT, that is, the epithelial-mesenchymal transition, ends', 'EMT = epithelial-mesenchymal transition')
    one('Myeloid-derived suppressor cells, hereafter MDSCs, left', 'MDSCs = Myeloid-derived suppressor cells')
    one('Circulating tumour cells, abbreviated as CTCs, left', 'CTCs = Circulating tumour cells')
    none('patients of the CT arm, i.e., cisplatin treated, were seen')
    none('the primary site, i.e. PS patients, hereafter LC, and the bone marrow')
  })

  it('reads British digraphs by the letter that is abbreviated', () => {
    one('the oestrogen receptor (ER) is', 'ER = oestrogen receptor')
    assert.deepEqual(pairs('ER, oestrogen receptor; CTC, circulating tumour cell.'), [
      'ER = oestrogen receptor',
      'CTC = circulating tumour cell',
    ])
    one('oesophageal cancer (OC)', 'OC = oesophageal cancer')
  })

  it('reads a short form that brackets of its own follow', () =>
    one('Magnetic resonance imaging (MRI [1.5 T])', 'MRI = Magnetic resonance imaging'))

  it('disregards emphasis and line breaks in a long form', () => {
    one('the **extracellular\nmatrix** (*ECM*) is', 'ECM = extracellular matrix')
    one('> the extracellular\n> matrix (ECM) is', 'ECM = extracellular matrix')
  })

  it('reads a list of abbreviations', () => {
    assert.deepEqual(
      pairs('Abbreviations: ECM, extracellular matrix; CTC, circulating tumor cell; TNM: tumor-node-metastasis.'),
      ['ECM = extracellular matrix', 'CTC = circulating tumor cell', 'TNM = tumor-node-metastasis'],
    )
    assert.deepEqual(pairs('Steps of metastasis. ECM, extracellular matrix; CTC, circulating tumor cell.'), [
      'ECM = extracellular matrix',
      'CTC = circulating tumor cell',
    ])
  })

  it('reads no definition into other brackets', () => {
    for (const prose of [
      'patients (n = 12) were',
      'was higher (OR = 1.8, P < .05) in stroke occurrence (OR = 1.8)',
      'as shown (Fig. 1) and (see Table 2)',
      'coexpressed proteins (P=.39)',
      'weight (kg) and height (cm)',
      'on both sides (left) and (right)',
      'cells. Matrix (ECM) is',
      'in March (Mar) and Rome (Italy)',
      'the withdrawal syndrome (with or without seizures)',
      'Smith et al. (2012)',
    ]) {
      none(prose)
    }
  })

  it('leaves marks of references and notes out of both forms', () => {
    for (const prose of [
      'the extracellular matrix^3,4^ (ECM)',
      'the extracellular^a^ matrix (ECM^3^)',
      'the extracellular matrix [3, 5–7] (ECM)',
      'the extracellular [3] matrix (ECM)',
      'the extracellular matrix     3      (ECM)',
      'ECM^[1]^ (extracellular matrix)',
    ])
      one(prose, 'ECM = extracellular matrix')
    one('interleukin 2^4^ (IL-2)', 'IL-2 = interleukin 2')
    none('as others saw [3]. Matrix (ECM)')
  })

  it('reads two definitions in one pair of brackets', () => {
    const two = (prose: string, ...expected: string[]) => assert.deepEqual(pairs(prose), expected, prose)
    two(
      'systolic and diastolic blood pressure (SBP and DBP) fell',
      'SBP = systolic blood pressure',
      'DBP = diastolic blood pressure',
    )
    two(
      'low- and high-density lipoprotein (LDL/HDL)',
      'LDL = low-density lipoprotein',
      'HDL = high-density lipoprotein',
    )
    two('overall survival and event-free survival (OS, EFS)', 'OS = overall survival', 'EFS = event-free survival')
    two('sensitivity and specificity (Se and Sp)', 'Se = sensitivity', 'Sp = specificity')
    const [first, second] = abbreviationsIn('of systolic and diastolic pressure (SP and DP)')
    assert.deepEqual(first!.longSpan, { start: 3, end: 34 })
    assert.deepEqual(second!.longSpan, { start: 16, end: 34 })
  })

  it('reads a long form without brackets to its end', () => {
    one('AML, i.e. acute myeloid leukaemia.', 'AML = acute myeloid leukaemia')
    one('ALL, i.e., acute lymphoblastic leukaemia, is', 'ALL = acute lymphoblastic leukaemia')
  })

  it('reads a plural that English forms in its own way', () =>
    one('expression quantitative trait loci (eQTLs)', 'eQTLs = expression quantitative trait loci'))

  it('reads a short form with its value where each of three letters begins a word', () => {
    one('number needed to treat (NNT = 5)', 'NNT = number needed to treat')
    none('with significant differences (SD = 5)')
  })

  it('takes no half of a short form that goes on in a formula', () =>
    none('tumor necrosis factor          (TNF-        )'))

  it('gives the places of both forms', () => {
    const prose = 'The extracellular matrix (“ECM”, stiff) is'
    const [{ span, shortSpan, longSpan }] = abbreviationsIn(prose) as [ReturnType<typeof abbreviationsIn>[0]]
    assert.equal(prose.slice(longSpan.start, longSpan.end), 'extracellular matrix')
    assert.equal(prose.slice(shortSpan.start, shortSpan.end), 'ECM')
    assert.equal(prose.slice(span.start, span.end), 'extracellular matrix (“ECM”, stiff)')
  })

  it('never reads across a blank line', () => none('extracellular\n\nmatrix (EM)'))

  it('keeps its places inside the text, whatever the text', () => {
    const pieces = fc.constantFrom(
      '(',
      ')',
      '[',
      ']',
      'ECM',
      'extracellular ',
      'matrix ',
      'E',
      'C',
      ' ',
      ', ',
      '; ',
      '. ',
      '*',
      '\n',
      'β',
      '1,2-',
      'Abbreviations: ',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 50 }), parts => {
        const prose = parts.join('')
        for (const { short, span, shortSpan, longSpan } of abbreviationsIn(prose)) {
          assert.equal(prose.slice(shortSpan.start, shortSpan.end), short)
          for (const inner of [shortSpan, longSpan])
            assert.ok(span.start <= inner.start && inner.start < inner.end && inner.end <= span.end)
          assert.ok(span.end <= prose.length)
        }
      }),
    )
  })

  it('answers hostile text in time', () => {
    for (const piece of [
      '(',
      'a(b)',
      '((A))',
      'extracellular matrix (ECM) ',
      'E C M ',
      'artery (A) ',
      'A (A, A; ',
      'Abbreviations: A, a; ',
      '. A',
    ]) {
      abbreviationsIn(piece.repeat(20_000))
    }
  })
})

describe('findAbbreviations', () => {
  const inManuscript = (text: string) => {
    const manuscript = readManuscript(text, 'pandoc')
    return findAbbreviations(manuscript).map(({ short, long, shortSpan }) => {
      assert.equal(text.slice(shortSpan.start, shortSpan.end), short)
      return `${short} = ${long}`
    })
  }

  it('reads paragraphs, captions, cells and the abstract in the metadata', () => {
    const text = `---
abstract: Circulating tumor cells (CTCs) are rare.
---

# The extracellular matrix (ECM)

![Mesenchymal-epithelial transition (MET).](a.png)

| step | cells |
|---|---|
| one | endothelial cells (ECs) |
`
    assert.deepEqual(inManuscript(text), [
      'CTCs = Circulating tumor cells',
      'ECM = extracellular matrix',
      'MET = Mesenchymal-epithelial transition',
      'ECs = endothelial cells',
    ])
  })

  it('reads sections that list abbreviations, whatever they are made of', () => {
    for (const list of [
      '- ECM: extracellular matrix\n- **CTC** – circulating tumor cell; in blood\n',
      '**ECM**, extracellular matrix\n\nCTC = circulating tumor cell.\n',
      'ECM: extracellular matrix\\\nCTC: circulating tumor cell\n',
      'ECM\n:   extracellular matrix\n\nCTC\n:   circulating tumor cell\n',
      '| Short | Meaning |\n|---|---|\n| ECM | extracellular matrix |\n| CTC | circulating tumor cell |\n',
      'ECM: extracellular matrix; CTC: circulating tumor cell.\n',
    ]) {
      const text = `# Results\n\nNo.\n\n## List of abbreviations {.unnumbered}\n\n${list}\n## Funding\n\nNIH: national grants\n`
      const found = findAbbreviations(readManuscript(text, 'pandoc'))
      assert.deepEqual(
        found.map(({ short, long }) => `${short} = ${long}`),
        ['ECM = extracellular matrix', 'CTC = circulating tumor cell'],
        list,
      )
      for (const { short, shortSpan } of found) assert.equal(text.slice(shortSpan.start, shortSpan.end), short)
    }
  })

  it('reads what the metadata gives as abbreviations', () => {
    const text = '---\nabbreviations:\n  ECM: extracellular matrix\n  CTC: "circulating tumor cell"\n---\n\nThe ECM.\n'
    const found = findAbbreviations(readManuscript(text, 'myst'))
    assert.deepEqual(
      found.map(({ short, long, shortSpan }) => [short, long, text.slice(shortSpan.start, shortSpan.end)]),
      [
        ['ECM', 'extracellular matrix', 'ECM'],
        ['CTC', 'circulating tumor cell', 'CTC'],
      ],
    )
  })

  it('reads a long form that a citation or a no-break space stands behind', () => {
    const abbreviations = findAbbreviations(
      readManuscript('The extracellular matrix [@x] (ECM). The cell membrane\\ (CM).\n', 'pandoc'),
    )
    assert.deepEqual(
      abbreviations.map(({ long }) => long),
      ['extracellular matrix', 'cell membrane'],
    )
  })

  it('reads past a citation and never reads code', () => {
    assert.deepEqual(inManuscript('The extracellular matrix (ECM; @smith2020) and `liquid matter (LM)`.'), [
      'ECM = extracellular matrix',
    ])
  })
})
