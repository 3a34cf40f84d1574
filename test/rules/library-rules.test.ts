import { checkDiagnostics } from '../support/fixture.ts'

const BOOK = 'publisher = {Press}, year = 2020}'

describe('rules on the library', () => {
  it('duplicate-work keeps apart what identifiers, years, editions and chapters tell apart', () =>
    checkDiagnostics(
      `
//- refs.bib
@article{a, title = {Fibroblasts remodel the matrix}, author = {Smith, Ann}, journal = {S}, year = 2020, doi = {10.1000/s.1}}
@article{b, title = {Fibroblasts remodel the matrix}, author = {Smith, Ann}, journal = {S}, year = 2020, doi = {10.1000/s.2}}
@article{c, title = {Fibroblasts remodel the matrix}, author = {Smith, Ann}, journal = {S}, year = 2019}
@article{d, title = {Fibroblasts remodel the matrix}, author = {Doe, Jan}, journal = {S}, year = 2020}
@incollection{e, title = {One chapter of the book}, author = {Doe, Jan}, booktitle = {B}, doi = {10.1000/book}, ${BOOK}
@incollection{f, title = {Another chapter of it}, author = {Doe, Jan}, booktitle = {B}, doi = {10.1000/book}, ${BOOK}
@article{g, title = {Editorial}, author = {Doe, Jan}, journal = {S}, year = 2020}
@article{h, title = {Editorial}, author = {Doe, Jan}, journal = {S}, year = 2020}
//- paper.md
---
bibliography: refs.bib
---
Text [@a; @b].
`,
      { only: 'duplicate-work' },
    ))

  it('duplicate-work forgives the spelling of a title, and no word or number that tells parts apart', () =>
    checkDiagnostics(
      `
//- refs.bib
@article{a, title = {Stromal remodelling in the premetastatic niche}, author = {Smith, Ann}, journal = {S}, year = 2020}
@article{b, title = {Stromal Remodeling in the Premetastatic Niche.}, author = {Smith, A.}, journal = {S}, year = 2020}
         ^ warning duplicate-work: “b” and “a” are one work, by their author, year and all but the spelling of the title; keep one and cite it.
@article{c, title = {Stromal remodelling in the metastatic niche}, author = {Smith, Ann}, journal = {S}, year = 2020}
@article{d, title = {The state of the stroma in cancer. Part I}, author = {Smith, Ann}, journal = {S}, year = 2020}
@article{e, title = {The state of the stroma in cancer. Part II}, author = {Smith, Ann}, journal = {S}, year = 2020}
@article{f, title = {A phase 2 trial of a new drug in cancer}, author = {Smith, Ann}, journal = {S}, year = 2020}
@article{g, title = {A phase 3 trial of a new drug in cancer}, author = {Smith, Ann}, journal = {S}, year = 2020}
@article{h, title = {Stromal remodelling in the premetastatic niche}, author = {Smith, Ann}, journal = {S}, year = 2021}
//- paper.md
---
bibliography: refs.bib
---
Text [@a; @b].
`,
      { only: 'duplicate-work' },
    ))

  it('duplicate-work across two files needs both to be cited', () =>
    checkDiagnostics(
      `
//- one.bib
@article{a, title = {A}, author = {Smith, Ann}, journal = {S}, year = 2020, pmid = {123}}
@article{b, title = {B}, author = {Smith, Ann}, journal = {S}, year = 2020, pmid = {124}}
//- two.bib
@article{a2, title = {A}, author = {Smith, Ann}, journal = {S}, year = 2020, pmid = {123}}
         ^^ warning duplicate-work: “a2” and “a” are one work, by their PMID; keep one and cite it.
@article{b2, title = {B}, author = {Smith, Ann}, journal = {S}, year = 2020, pmid = {124}}
//- paper.md
---
bibliography: [one.bib, two.bib]
---
Text [@a; @a2; @b].
`,
      { only: 'duplicate-work' },
    ))

  it('unused-reference counts what the captions of chunks cite', () =>
    checkDiagnostics(
      `//- refs.bib
@book{used, title = {A}}
@book{left, title = {B}}
      ^^^^ warning unused-reference: Nothing cites “left”.
//- paper.Rmd
---
bibliography: refs.bib
---
\`\`\`{r fig.cap="Cells [@used]"}
plot("[@left]")
\`\`\`
`,
      { only: 'unused-reference' },
    ))

  it('unused-reference knows nocite, aliases, parents and shared bibliographies', () =>
    checkDiagnostics(
      `
//- refs.bib
@proceedings{p, title = {P}}
@inproceedings{c, title = {C}, crossref = {p}}
@book{n, title = {N}}
@book{al, title = {A}, ids = {alias}}
@book{left, title = {L}}
      ^^^^ warning unused-reference: Nothing cites “left”.
//- lib/shared.bib
@book{s, title = {S}}
//- drafts/paper.md
---
bibliography: ../lib/shared.bib
---
Nothing.
//- paper.md
---
bibliography: refs.bib
nocite: '@n'
---
Text [@c; @alias].
`,
      { only: 'unused-reference' },
    ))

  it('incomplete-reference says nothing of an entry that cannot be read to its end', () =>
    checkDiagnostics(
      `
//- refs.bib
@article{a, title = {A {open}, author = {Smith, Ann}, journal = {S}, year = 2020}
@article{b, title = {B}}
         ^ info incomplete-reference: This journal article has no author and no journal and no year.
//- paper.md
---
bibliography: refs.bib
---
Text [@a; @b].
`,
      { only: 'incomplete-reference' },
    ))

  it('unresolved-parent tells each missing parent of what is cited once, and where Pandoc does not look', () =>
    checkDiagnostics(
      `
//- one.bib
@incollection{a, title = {A}, crossref = {book}}
                                          ^^^^ warning unresolved-parent: No entry of this bibliography has the key “book”, so nothing is taken over from it. “two.bib” has it, but Pandoc looks only in the same file; put it here as well.
@incollection{b, title = {B}, xdata = {house}, crossref = {other}}
                                                           ^^^^^ warning unresolved-parent: “other” is another name of “whole”, and Pandoc follows only the key itself. Write “whole”.
@incollection{c, title = {C}, xdata = {house}, xref = {nothing}}
                                                       ^^^^^^^ warning unresolved-parent: No entry of this bibliography has the key “nothing”, which is named here.
@incollection{uncited, title = {D}, crossref = {nothing}}
@xdata{house, publisher = {Press}, xdata = {town}}
                                            ^^^^ warning unresolved-parent: No @xdata entry of this bibliography has the key “town”, so nothing is taken over from it.
@collection{whole, title = {Whole}, ids = {other}}
//- two.bib
@collection{book, title = {Book}}
//- paper.md
---
bibliography: [one.bib, two.bib]
---
Text [@a; @b; @c].
`,
      { only: 'unresolved-parent' },
    ))

  it('malformed-identifier finds the DOI in an address of another site', () =>
    checkDiagnostics(
      `
//- refs.bib
@article{a, title = {A}, doi = {http://doi.example.org/10.1145/1137627.1137631}}
         ^ error malformed-identifier: The DOI of “a” is “http://doi.example.org/10.1145/1137627.1137631”, which leads nowhere. Write “10.1145/1137627.1137631”.
//- paper.md
---
bibliography: refs.bib
---
Text [@a].
`,
      { only: 'malformed-identifier' },
    ))

  it('incomplete-reference takes what is in press as it is', () =>
    checkDiagnostics(
      `
//- refs.bib
@article{a, title = {A}, author = {Doe, Jan}, journal = {S}, note = {In press}}
@book{b, title = {B}, editor = {Doe, Jan}, isbn = {1}, year = 2020}
@misc{c, title = {C}}
@thesis{d, title = {D}, author = {Doe, Jan}, year = 2020}
        ^ info incomplete-reference: This thesis has no institution.
//- paper.md
---
bibliography: refs.bib
---
Text [@a; @b; @c; @d].
`,
      { only: 'incomplete-reference' },
    ))

  it('incomplete-reference knows unsigned editorials, code of an organisation and where a paper was given', () =>
    checkDiagnostics(
      `
//- refs.json
[
  { "id": "a", "type": "article-journal", "title": "Editorial", "container-title": "J", "issued": { "date-parts": [[2020]] }, "DOI": "10.1/x" },
  { "id": "b", "type": "article-journal", "title": "Article", "container-title": "J", "issued": { "date-parts": [[2020]] } },
           ^ info incomplete-reference: This journal article has no author.
  { "id": "c", "type": "book", "title": "lab/tool", "publisher": "Lab", "URL": "https://github.com/lab/tool", "issued": { "date-parts": [[2020]] } },
  { "id": "d", "type": "book", "title": "Tricks", "publisher": "S", "URL": "https://doi.org/x", "issued": { "date-parts": [[2020]] } },
           ^ info incomplete-reference: This book has no author or editor.
  { "id": "e", "type": "paper-conference", "title": "P", "event": "A Conference", "author": [{ "family": "Doe" }], "issued": { "date-parts": [[2020]] } }
]
//- paper.md
---
bibliography: refs.json
---
Text [@a; @b; @c; @d; @e].
`,
      { only: 'incomplete-reference' },
    ))

  it('preprint-with-published-version is silent where either is missing', () =>
    checkDiagnostics(
      `
//- refs.bib
@article{p, title = {Fibroblasts remodel the matrix}, author = {Smith, Ann}, journal = {bioRxiv}, year = 2019, doi = {10.1101/123456}}
@article{g, title = {Genomes and their development}, author = {Smith, Ann}, journal = {Genes Dev}, year = 2019, doi = {10.1101/gad.1039703}}
@article{h, title = {Genomes and their development}, author = {Smith, Ann}, journal = {Stroma}, year = 2019}
//- paper.md
---
bibliography: refs.bib
---
Text [@p; @g].
`,
      { only: 'preprint-with-published-version' },
    ))

  it('unportable-citekey tells accents of their own and letters of MyST', () =>
    checkDiagnostics(
      `
//- refs.bib
@book{mu\u0308ller, title = {A}}
      ^^^^^^^ info unportable-citekey: The citekey “mu\u0308ller” has an accent written as a character of its own; rename it.
@book{müller:2020-a.b/c, title = {A}}
//- paper.md
---
bibliography: refs.bib
---
Text [@{mu\u0308ller}; @müller:2020-a.b/c].
`,
      { only: 'unportable-citekey' },
    ))
})
