import { checkDiagnostics } from '../support/fixture.ts'

describe('inconsistent-spelling', () => {
  it('follows the language of the metadata, and lets British English have -ize where it has it alone', () =>
    checkDiagnostics(
      `//- british.md
---
lang: en-GB
---

Cells were organized and analyzed; the tumour was organized in fetal calf serum with sulfate.
                         ^^^^^^^^ warning inconsistent-spelling: “analyzed” should be “analysed” in British English.
//- american.md
---
lang: en-US
---

The tumour was weighed.
    ^^^^^^ warning inconsistent-spelling: “tumour” should be “tumor” in American English.
//- canadian.md
---
lang: en-CA
---

The tumour was weighed and analyzed.
`,
      { only: 'inconsistent-spelling' },
    ))

  it('looks at the words behind an abbreviation', () =>
    checkDiagnostics(
      `//- paper.md
The labeling was fast. Labeling by DNA-labelling agents was slow, as in the Smith-Labelling test.
                                       ^^^^^^^^^ warning inconsistent-spelling: “labelling” is spelled “labeling” elsewhere in this manuscript (2 times).
`,
      { only: 'inconsistent-spelling' },
    ))

  it('asks for another English only in words that it spells otherwise', () =>
    checkDiagnostics(
      `//- british.md
---
lang: en-GB
---

Biological and technological parameters developed in the literature were orchestrated by a systemic, effective schema.
The laboratory elaborated on humoral immunity in colorectal tumors; collaboration was vigorous.
                                                            ^^^^^^ warning inconsistent-spelling: “tumors” should be “tumours” in British English.
Aging, sulfate, a fetus and an artifact are as right as metered modelling. Anemia, ischemic and hypoxemic fibers of
                                                                           ^^^^^^ warning inconsistent-spelling: “Anemia” should be “Anaemia” in British English.
                                                                                   ^^^^^^^^ warning inconsistent-spelling: “ischemic” should be “ischaemic” in British English.
                                                                                                ^^^^^^^^^ warning inconsistent-spelling: “hypoxemic” should be “hypoxaemic” in British English.
                                                                                                          ^^^^^^ warning inconsistent-spelling: “fibers” should be “fibres” in British English.
the center were unlabeled; an epidemic of academics.
    ^^^^^^ warning inconsistent-spelling: “center” should be “centre” in British English.
                ^^^^^^^^^ warning inconsistent-spelling: “unlabeled” should be “unlabelled” in British English.
//- american.md
---
lang: en-US
---

A precise exercise was promised, revised and supervised; the analyses comprised four hours of advice in our practice.
Paediatric wards were organised by aetiology, and randomisation was rational. Kinetic meters measured genuine rigour.
^^^^^^^^^^ warning inconsistent-spelling: “Paediatric” should be “Pediatric” in American English.
                      ^^^^^^^^^ warning inconsistent-spelling: “organised” should be “organized” in American English.
                                   ^^^^^^^^^ warning inconsistent-spelling: “aetiology” should be “etiology” in American English.
                                                  ^^^^^^^^^^^^^ warning inconsistent-spelling: “randomisation” should be “randomization” in American English.
`,
      { only: 'inconsistent-spelling' },
    ))

  it('sides with the other words of the manuscript where a word is spelled both ways as often', () =>
    checkDiagnostics(
      `//- ise.md
A randomized trial was analysed; patients were hospitalised. The randomised groups differed; tumours shrank, a tumor grew.
  ^^^^^^^^^^ warning inconsistent-spelling: “randomized” is spelled “randomised” elsewhere in this manuscript (once).
                                                                                                               ^^^^^ warning inconsistent-spelling: “tumor” is spelled “tumour” elsewhere in this manuscript (once).
//- oxford.md
A randomised trial; patients were hospitalized and tumours coloured. The randomized groups differed.
  ^^^^^^^^^^ warning inconsistent-spelling: “randomised” is spelled “randomized” elsewhere in this manuscript (once).
`,
      { only: 'inconsistent-spelling' },
    ))

  it('compares a word in all its forms', () =>
    checkDiagnostics(
      `//- paper.md
Tumours grew in randomised mice; after randomisation each tumor was weighed; randomization failed at centres, not at centers.
                                                          ^^^^^ warning inconsistent-spelling: “tumor” is spelled “tumour” elsewhere in this manuscript (once).
                                                                             ^^^^^^^^^^^^^ warning inconsistent-spelling: “randomization” is spelled “randomisation” elsewhere in this manuscript (2 times).
                                                                                                                     ^^^^^^^ warning inconsistent-spelling: “centers” is spelled “centres” elsewhere in this manuscript (once).
//- forms.md
Cells colonised the lung. Colonization is rare; colonising is slow. Size, sized and exercise were analyzed in analyses; an analyser.
                          ^^^^^^^^^^^^ warning inconsistent-spelling: “Colonization” should be “Colonisation”, as “colonised” is spelled elsewhere in this manuscript (2 times).
                                                                                                                           ^^^^^^^^ warning inconsistent-spelling: “analyser” should be “analyzer”, as “analyzed” is spelled elsewhere in this manuscript (once).
`,
      { only: 'inconsistent-spelling' },
    ))

  it('knows pairs of which British English has both', () =>
    checkDiagnostics(
      `//- british.md
---
lang: en-GB
---

Leukocytes fell with enrollment; a leukocyte is no leucocyte, and neuronal neurons are not neurones.
                                                   ^^^^^^^^^ warning inconsistent-spelling: “leucocyte” is spelled “leukocyte” elsewhere in this manuscript (2 times).
                                                                                           ^^^^^^^^ warning inconsistent-spelling: “neurones” is spelled “neurons” elsewhere in this manuscript (once).
`,
      { only: 'inconsistent-spelling' },
    ))

  it('leaves quotations and the names of genes as they are', () =>
    checkDiagnostics(
      `//- paper.md
Tumours were weighed; each tumour shrank. Tumor necrosis factor was blocked, ‘the tumor of old’ and “a tumor”.

> The tumor grew, they wrote.
`,
      { only: 'inconsistent-spelling' },
    ))
})

describe('intravasation-extravasation', () => {
  it('reads past what is left on the way', () =>
    checkDiagnostics(
      `//- paper.md
Cells extravasate from the primary tumour into the bloodstream.
      ^^^^^^^^^^^ warning intravasation-extravasation: “extravasate” leads out of vessels, and the sentence says “into the vessels”; is “intravasate” meant?
Others intravasate from the vessels into the surrounding tissue.
       ^^^^^^^^^^^ warning intravasation-extravasation: “intravasate” leads into vessels, and the sentence says “into the tissue”; is “extravasate” meant?
Cells extravasate from capillaries into lymphatics, and extravasate from the circulation into tissue.
Extravasation to blood vessels’ surroundings, extravasation into the vessel wall.
`,
      { only: 'intravasation-extravasation' },
    ))
})

describe('met-emt-mismatch', () => {
  it('reads what leads to the short form, and lists of abbreviations', () =>
    checkDiagnostics(
      `//- paper.md
The mesenchymal-to-epithelial transition (termed EMT) is transient.
                                                 ^^^ warning met-emt-mismatch: “EMT” abbreviates epithelial-mesenchymal transition; “mesenchymal-to-epithelial transition” is “MET”.

Abbreviations: EMT, mesenchymal-epithelial transition; MET, mesenchymal-epithelial transition.
               ^^^ warning met-emt-mismatch: “EMT” abbreviates epithelial-mesenchymal transition; “mesenchymal-epithelial transition” is “MET”.

Dormancy, EMT, mesenchymal–epithelial transition and seeding; *MET* (mesenchymal-epithelial transition factor).
`,
      { only: 'met-emt-mismatch' },
    ))
})

describe('inconsistent-hyphenation', () => {
  it('closes a word up that is written both ways as often, but where vowels meet and where its prefix has a hyphen', () =>
    checkDiagnostics(
      `//- paper.md
Post-operative care; postoperative pain. Re-expression and reexpression. Non-invasive, non-coding and noninvasive.
^^^^^^^^^^^^^^ warning inconsistent-hyphenation: “Post-operative” is written “Postoperative” elsewhere in this manuscript (once).
                                                           ^^^^^^^^^^^^ warning inconsistent-hyphenation: “reexpression” is written “re-expression” elsewhere in this manuscript (once).
                                                                                                      ^^^^^^^^^^^ warning inconsistent-hyphenation: “noninvasive” is written “non-invasive” elsewhere in this manuscript (once).
`,
      { only: 'inconsistent-hyphenation' },
    ))
})

describe('trial-registration', () => {
  it('says of each register what its numbers are like', () =>
    checkDiagnostics(
      `//- paper.md
Registered as ISRCTN1234567.
              ^^^^^^^^^^^^^ error trial-registration: An ISRCTN registry number has 8 digits (ISRCTN12345678); this one has 7.
`,
      { only: 'trial-registration' },
    ))

  it('takes a number with parts for another kind of number', () =>
    checkDiagnostics(
      `//- paper.md
Approved as NCT-2013-0001 and NCT 0241 9495. Registered as EudraCT 2013-003331-30, EudraCT number: 2013–003331–30 and EudraCT 2013-03331-30.
                                                                                                                              ^^^^^^^^^^^^^ error trial-registration: A EudraCT number has three parts of 4, 6 and 2 digits (2011-001234-56), and “2013-03331-30” has not.
`,
      { only: 'trial-registration' },
    ))
})

describe('trial-registration where a number is demanded', () => {
  const demanded = {
    only: 'trial-registration',
    settings: new Map([['trial-registration', { severity: 'warning' as const, options: { demanded: true } }]]),
  }

  it('asks for one where the abstract reports a randomised trial', () =>
    checkDiagnostics(
      `//- paper.md
# Abstract

Patients were randomly assigned to drug or placebo.
         ^^^^^^^^^^^^^^^^^^^^^^ warning trial-registration: The abstract reports a randomised trial, and no registration number is named; add it.

# Results

In this randomised trial, none died.
`,
      demanded,
    ))

  it('asks for none where there is one, of animals, and of trials by others', async () => {
    for (const [abstract, text] of [
      ['Patients were randomised.', 'Registered as UMIN000012345.'],
      ['Mice were randomly assigned to a diet.', 'Text.'],
      ['We reviewed 12 randomised trials.', 'Text.'],
    ] as const)
      await checkDiagnostics(`//- paper.md\n# Abstract\n\n${abstract}\n\n# Results\n\n${text}\n`, demanded)
  })
})

describe('gene-italics', () => {
  it('takes a mutation for one of the gene', () =>
    checkDiagnostics(
      `//- paper.md
*KRAS* mutations and the *KRAS* gene; KRAS mutations and KRAS signalling.
                                      ^^^^ warning gene-italics: “KRAS” is in italics before “gene” and its like elsewhere; write “*KRAS*”.
`,
      { only: 'gene-italics' },
    ))
})

describe('person-first-wording', () => {
  it('knows cases that are people, and what is said of people', () =>
    checkDiagnostics(
      `//- paper.md
Cases were treated with a drug; cases were rare. Patients suffering from cancer were healthy subjects.
^^^^^ warning person-first-wording: “Cases” stands for instances of a disease, and people are meant; say “Patients”.
                                                          ^^^^^^^^^^^^^^ warning person-first-wording: “suffering from” says how people feel; say “with”.
                                                                                     ^^^^^^^^^^^^^^^^ warning person-first-wording: “healthy subjects” is impersonal; say “participants”.
`,
      { only: 'person-first-wording' },
    ))

  it('leaves names alone', () =>
    checkDiagnostics(
      `//- paper.md
The Cancer Patients’ Alliance funded us.
`,
      { only: 'person-first-wording' },
    ))
})

describe('range-dash', () => {
  const styled = (style: string) => ({
    only: 'range-dash' as const,
    settings: new Map([['range-dash', { severity: 'warning' as const, options: { style } }]]),
  })

  it('asks for one dash where it is told to, and knows what is no range', () =>
    checkDiagnostics(
      `//- paper.md
Patients aged 18–65 years (range 20-60; IQR 30–40) received 5–10 mg for 4--6 weeks; 95% CI, 1.8–2.4.
                                 ^^^^^ warning range-dash: “20-60” has a hyphen; most ranges here have an en dash.
Not miR-200 – 205, IL-6, 2020-05-01, tel. 555-1234, T2-3 tumours, 10-5 mm, HLA-A 10-18, pages 12-18, 1-2-3 days.
`,
      styled('consistent'),
    ))

  it('follows the AMA Manual of Style', () =>
    checkDiagnostics(
      `//- paper.md
Patients aged 18–65 years (range, 20–60) received 5-10 mg.
              ^^^^^ warning range-dash: “18–65” has an en dash; AMA style asks for “to”, or for a hyphen in brackets.
                                  ^^^^^ warning range-dash: “20–60” has an en dash; AMA style asks for “to”, or for a hyphen in brackets.
`,
      styled('ama'),
    ))
})

describe('fusion-gene-notation', () => {
  it('reads single colons', () =>
    checkDiagnostics(
      `//- paper.md
Fusions of TMPRSS2:ERG and TMPRSS2::ERG.
           ^^^^^^^^^^^ warning fusion-gene-notation: The fusion “TMPRSS2:ERG” is written “TMPRSS2::ERG” in HGNC’s notation.
`,
      { only: 'fusion-gene-notation' },
    ))
})

describe('deprecated-gene-symbol', () => {
  it('looks into compounds that leave a symbol what it is', () =>
    checkDiagnostics(
      `//- paper.md
In SEPT9-deficient cells, anti-SEPT7 antibodies bind. Not SEPT9-AS1, miR-SEPT2, SEPT6-v2.
   ^^^^^ warning deprecated-gene-symbol: “SEPT9” is called “SEPTIN9” now.
                               ^^^^^ warning deprecated-gene-symbol: “SEPT7” is called “SEPTIN7” now.
`,
      { only: 'deprecated-gene-symbol' },
    ))

  it('asks the lists that the project names, and takes no abbreviation for a gene', () =>
    checkDiagnostics(
      `//- .stroma.yaml
geneSymbols: hgnc.tsv
//- hgnc.tsv
hgnc_id\tsymbol\tname\tstatus\tprev_symbol
HGNC:1\tADGRE1\tadhesion\tApproved\t"EMR1|TM7LN3"
HGNC:2\tCIAO1\tcytosolic\tApproved\tCIA
HGNC:3\tGONE1\tnone\tEntry Withdrawn\tEMR9
HGNC:4\tEMR2\tsymbol in use\tApproved\tEMR3
HGNC:5\tADGRE2\tadhesion\tApproved\tEMR2
//- paper.md
Macrophages express EMR1, EMR2 and EMR9. The CIA mouse, *CIA*, and the CIA gene.
                    ^^^^ warning deprecated-gene-symbol: “EMR1” is called “ADGRE1” now.
                                                         ^^^ warning deprecated-gene-symbol: “CIA” is called “CIAO1” now.
                                                                       ^^^ warning deprecated-gene-symbol: “CIA” is called “CIAO1” now.
`,
      { only: 'deprecated-gene-symbol' },
    ))
})

describe('inconsistent-hyphenation', () => {
  it('knows up-, down-, co-, cross- and re-, and what a hyphen gives another meaning', () =>
    checkDiagnostics(
      `//- paper.md
Upregulated genes, up-regulated ones, upregulated again; co-culture, cocultures and co-cultured cells in co-culture.
                   ^^^^^^^^^^^^ warning inconsistent-hyphenation: “up-regulated” is written “upregulated” elsewhere in this manuscript (2 times).
                                                                     ^^^^^^^^^^ warning inconsistent-hyphenation: “cocultures” is written “co-cultures” elsewhere in this manuscript (2 times).
Genes were up- or down-regulated; others were downregulated. We recover and re-cover, resign and re-sign, release and re-lease, reform and re-form.
`,
      { only: 'inconsistent-hyphenation' },
    ))
})
