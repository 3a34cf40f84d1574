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
})
