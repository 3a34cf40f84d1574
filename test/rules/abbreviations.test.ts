import { checkDiagnostics } from '../support/fixture.ts'

describe('abbreviation rules', () => {
  it('stay silent where an abstract, a caption and the text define alike', () =>
    checkDiagnostics(
      `//- paper.md
# Abstract

Stiffness of the extracellular matrix (ECM) matters; ECM is stiff.

# Results

The extracellular matrices (ECMs) differ. ECM stiffness rose.

![Extracellular matrix (ECM) in tumours.](https://example.org/a.png)
`,
    ))

  it('do not take a longer or shorter wording for another meaning', () =>
    checkDiagnostics(
      `//- paper.md
Human circulating tumour cells (CTCs) and circulating tumor cells (CTCs) are one. CTCs are rare.
`,
      { only: 'conflicting-abbreviation' },
    ))

  it('leave symbols of mathematics alone', () =>
    checkDiagnostics(
      `//- paper.md
The probability of outcome (p(O)) is modelled; the proportion of occasions (p(O)) is counted.
`,
      { only: 'conflicting-abbreviation' },
    ))

  it('do not ask for a definition of what readers know, of words in capitals and of sequences', () =>
    checkDiagnostics(
      `//- paper.md
DNA and DNA, PCR and PCR, TP53 and TP53, MYC and MYC, GATC and GATC, III and III, and NOT this, NOT that, not those.
`,
      { only: 'undefined-abbreviation' },
    ))

  it('let a name hold an abbreviation that is defined later', () =>
    checkDiagnostics(
      `//- paper.md
Builds run on Travis CI, and “CI” is set. We use continuous integration (CI). CI is quick.
`,
      { only: 'abbreviation-before-definition' },
    ))

  it('take a footnote for read where its mark stands', () =>
    checkDiagnostics(
      `//- paper.md
The TME[^1] is stiff, as is the ECM,[^2] which is old. CAFs came late.[^3]
                                                       ^^^^ info abbreviation-before-definition: “CAFs” is used here and defined only later, as “cancer-associated fibroblasts”; define it here.

[^1]: TME, tumour microenvironment.
[^2]: Extracellular matrix (ECM).
[^3]: CAFs, cancer-associated fibroblasts.
`,
      { only: 'abbreviation-before-definition' },
    ))

  it('look at a common abbreviation that the text defines all the same', () =>
    checkDiagnostics(
      `//- paper.md
The purine-rich SD sequence binds the ribosome. Such Shine-Dalgarno (SD) sequences, and the DNA, are short.
                ^^ info abbreviation-before-definition: “SD” is used here and defined only later, as “Shine-Dalgarno”; define it here.
`,
      { only: 'abbreviation-before-definition' },
    ))

  it('look for no definition of keywords and titles', () =>
    checkDiagnostics(
      `//- paper.md
Title: DTCs that sleep

**Keywords:** DTC; dormancy

Disseminated tumor cells (DTCs) sleep. DTCs wake up.
`,
      { only: 'abbreviation-before-definition' },
    ))

  it('ask for no definition of an index or of what has one, and count what “numbers” follows', () =>
    checkDiagnostics(
      `//- paper.md
The IC~50~ and the IC~50~ of T~EX~ cells, T~EX~ cells; Ly6C^HI^, Ly6C^HI^ and VO~2~, VO~2~. LSEC numbers fell; the LSEC is leaky.
                                                                                            ^^^^ warning undefined-abbreviation: “LSEC” is used 2 times and never defined; write its long form once, “… (LSEC)”.
`,
      { only: 'undefined-abbreviation' },
    ))

  it('take symbols in italics, what is transcribed and strains for names', () =>
    checkDiagnostics(
      `//- paper.md
Loss of *VEGFA* and VEGFA, KNOLLE transcription and KNOLLE; the inbred lines CXB, BXH and AKXL; CXB, BXH and AKXL.
`,
      { only: 'undefined-abbreviation' },
    ))

  it('let a legend say again what the text has said', () =>
    checkDiagnostics(
      `//- paper.md
The extracellular matrix (ECM) and Kupffer cells (KCs).

ECM, extracellular matrix; KC, Kupffer cell.

KC, Kupffer cell.
`,
      { only: 'redefined-abbreviation' },
    ))

  it('count uses in captions and tables', () =>
    checkDiagnostics(
      `//- paper.md
The extracellular matrix (ECM) stiffens.

![ECM of a tumour](a.png)
`,
      { only: 'underused-abbreviation' },
    ))

  it('read the metadata as the abstract, and a caption in HTML or of an image as a caption', () =>
    checkDiagnostics(
      `//- paper.md
---
title: Stiffness of the extracellular matrix (ECM)
abstract: The extracellular matrix (ECM) stiffens, and circulating tumor cells (CTCs) leave.
---

Cells remodel the extracellular matrix (ECM); CTCs follow the ECM.

<figure>
<figcaption>The extracellular matrix (ECM) of a tumor. Ao, aorta; PT, pulmonary trunk.</figcaption>
</figure>

![The extracellular matrix (ECM) of a lymph node (LN).](https://example.org/a.png)

The stiff extracellular matrix (ECM; 20 kPa) is last.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info redefined-abbreviation: “ECM” is defined already; write “ECM (20 kPa)”.
`,
      {
        settings: new Map([
          ['redefined-abbreviation', { severity: 'info' }],
          ['underused-abbreviation', { severity: 'info' }],
        ]),
      },
    ))

  it('look into the chapters that are rendered with this one', () =>
    checkDiagnostics(
      `//- _bookdown.yml
book_filename: book
//- 01-intro.Rmd
The extracellular matrix (ECM) and what it holds (HAPLN) stiffen.
//- 02-methods.Rmd
ECM was stained, then the ECM of the extracellular matrix (ECM) again; the tumor microenvironment (TME) was not.
HAPLN and HAPLN were, and DCX and DCX.
                          ^^^ info undefined-abbreviation: “DCX” is used 2 times and never defined; write its long form once, “… (DCX)”.
//- 03-results.Rmd
TME-derived cells.
`,
      {
        settings: new Map([
          ['undefined-abbreviation', { severity: 'info' }],
          ['underused-abbreviation', { severity: 'info' }],
        ]),
      },
    ))

  it('compare the chapters that are rendered together', () =>
    checkDiagnostics(
      `//- _bookdown.yml
book_filename: book
//- 01-intro.Rmd
Cancer-associated fibroblasts (CAFs) and the extracellular matrix (ECM), left (L).
//- 02-results.Rmd
Coronary artery fistulas (CAFs), the extracellular matrix (ECM) and lipids (L).
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning conflicting-abbreviation: “CAFs” stands for “Cancer-associated fibroblasts” in 01-intro.Rmd and for “Coronary artery fistulas” here; give one of them another short form.
`,
      { only: 'conflicting-abbreviation' },
    ))

  it('ask for no definition of what is explained in another way, or is a name', () =>
    checkDiagnostics(
      `//- paper.md
Thiazides and thiazide-like diuretics (THZ) were given; THZ worked. Class II isotypes (DR, DQ and DP) were seen: DR, DQ, DP.

EMLA cream (Eutectic Mixture of Local Anesthetics) is EMLA. Stage IA and stage IA, the 4845 GT and the GT genotype.

Given with clarithromycin (RBCCT group), RBCCT; ARF+/+ and ARF+/- mice, ARF; CREB (adenosine 3′,5′-monophosphate response element binding protein) and CREB.

Air with CO, no CO; XY and XY. Acute graft-versus-host disease GVHD, high risk of GVHD.

The alpha-dystroglycan (alpha-DG) gene; DG and DG. Suppressor of cytokine signalling SOCS-1; the SOCS box, SOCS.

The *Bam*HI site, *Bam*HI, Apc^CKO^ and Apc^CKO^, MK 801 and MK 801, the SCL gene and SCL, PHO5 of the PHO genes, PHO.

[SIDER](https://example.org) has it; SIDER again. A Leica DMR microscope, Leica DMR.

| Pathway | PW |
|---------|----|
| Molecular Function | MF |

PW and PW, MF and MF. TEM and (TEM > 4).
                      ^^^ warning undefined-abbreviation: “TEM” is used 2 times and never defined; write its long form once, “… (TEM)”.

# Declarations

MP was paid by grants, and MP again.
`,
      { only: 'undefined-abbreviation' },
    ))

  it('take an enzyme’s number, a codon and what brackets explain for no ambiguous abbreviation', () =>
    checkDiagnostics(
      `//- paper.md
Creatine kinase (EC 2.7.3.2) and other EC numbers. The primer was AAT CTC GGA. Scanning and transmission (TEM) electron microscopes.
`,
      { only: 'ambiguous-abbreviation' },
    ))

  it('find the uses of a short form in compounds and in captions of chunks', () =>
    checkDiagnostics(
      `//- paper.Rmd
In-situ hybridization (FISH), acute myocardial infarction (AMI), acquired immunodeficiency (AI)-related complex, discs large (DLG1),
and RP (reverse painting) of progression-free survival (PFS).
                                                        ^^^ warning underused-abbreviation: “PFS” is defined and never used again; leave “(PFS)” out.

The RP-FISH probe. The sialyl Lewis antigen (sLeX) is bound by sCR1sLeX.

\`\`\`{r fig.cap='Rates of AMI.'}
\`\`\`

# Acknowledgements

PFS is the initials of someone.
`,
      { only: 'underused-abbreviation' },
    ))

  it('tell labels, peptides, domains, strains and units from abbreviations', () =>
    checkDiagnostics(
      `//- paper.md
# Study

DESIGN: Prospective. MAIN OUTCOME MEASURES: Genotypes. AIM: To see.

**AIM.** To see. Then DESIGN and MAIN and AIM again.

**STUDY DESIGN AND METHODS**

The linker TGEKP was replaced; the TGEKP linker. RING finger, RING. SJL mice, SJL. 60 dB HL and 90 dB HL, cyclic
GMP and GMP. Insulin sensitivity (HOMA-IR and HOMA %S), HOMA, HOMA. Sulbactam/cefoperazone (SBT/CPZ); SBT, SBT, CPZ, CPZ.
Of Raleigh, NC, and Chapel Hill, NC, USA; FII, FII. (ABSTRACT TRUNCATED AT 250 WORDS) Six WORDS. Residues KHLK, KHLK.
However, MS is used; MS again. KO mice were bred with DCX, KO and DCX.
         ^^ warning undefined-abbreviation: “MS” is used 2 times and never defined; write its long form once, “… (MS)”.
                               ^^ warning undefined-abbreviation: “KO” is used 2 times and never defined; write its long form once, “… (KO)”.
                                                      ^^^ warning undefined-abbreviation: “DCX” is used 2 times and never defined; write its long form once, “… (DCX)”.
`,
      { only: 'undefined-abbreviation' },
    ))

  it('ask each part for its definitions, unless a list has them', () =>
    checkDiagnostics(
      `//- paper.md
# Abstract

The ECM stiffens, the ECM and circulating tumor cells (CTCs); TAMs and TAMs.
    ^^^ warning undefined-abbreviation: “ECM” is defined in the text only, as “extracellular matrix”; define it in the abstract as well.

# Results

The extracellular matrix (ECM) holds tumor-associated macrophages (TAMs) and CTCs once. CTC
                                                                             ^^^^ warning undefined-abbreviation: “CTC” is defined in the abstract only, as “circulating tumor cells”; define it in the text as well.

![The ECM of a lung.](https://example.org/a.png)
      ^^^ warning undefined-abbreviation: “ECM” is defined in the text only, as “extracellular matrix”; define it in this caption as well.

# Abbreviations

TAM, tumor-associated macrophage; DTC, disseminated tumor cell.
`,
      {
        settings: new Map([
          ['undefined-abbreviation', { severity: 'warning', options: { parts: ['abstract', 'body', 'caption'] } }],
        ]),
        only: 'undefined-abbreviation',
      },
    ))

  it('find uses in an abstract in the metadata', () =>
    checkDiagnostics(
      `//- paper.md
---
title: On the ECM
abstract: |
  The ECM stiffens, and the ECM holds cells.
      ^^^ warning undefined-abbreviation: “ECM” is defined in the text only, as “extracellular matrix”; define it in the abstract as well.
---

The extracellular matrix (ECM) of a tumor.
`,
      { only: 'undefined-abbreviation' },
    ))

  it('take a table or a definition list of abbreviations for the definition of all parts', () =>
    checkDiagnostics(
      `//- paper.md
# Abstract

The ECM stiffens, the ECM.

# Results

The ECM and CTC, the ECM and CTC.

# Abbreviations

| Short | Meaning |
|-------|---------|
| ECM   | extracellular matrix |

CTC
:   circulating tumor cell
`,
      { only: 'undefined-abbreviation' },
    ))

  it('look for uses before the definition in the abstract as well, and let the text use what the abstract defines', () =>
    checkDiagnostics(
      `//- paper.md
# Abstract

The ECM stiffens, and cells remodel the extracellular matrix (ECM).
    ^^^ info abbreviation-before-definition: “ECM” is used here and defined only later, as “extracellular matrix”; define it here.

# Results

ECM and the extracellular matrix (ECM).
`,
      { only: 'abbreviation-before-definition' },
    ))

  it('tell another meaning from another wording', () => {
    checkDiagnostics(
      `//- paper.md
Epithelial cells (EC) and endothelial cells (EC) were sorted.
                          ^^^^^^^^^^^^^^^^^^^^^^ warning conflicting-abbreviation: “EC” stands for “Epithelial cells” above and for “endothelial cells” here; give one of them another short form.
Reactive oxygen species (ROS) and reactive oxidative species (ROS) rose.
Mesenchymal-to-epithelial transition (MET) and mesenchymal-epithelial transition factor (MET).
`,
      { settings: new Map([['redefined-abbreviation', { severity: 'warning' }]]) },
    )
  })
})
