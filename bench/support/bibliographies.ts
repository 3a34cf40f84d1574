/** Made-up bibliographies of any size, the same on every run; abstracts, accents, strings and nested braces as exporters write them. */
export function madeBibtex(count: number): string {
  const random = generator(42)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const words = (least: number, most: number): string =>
    Array.from({ length: least + Math.floor(random() * (most - least)) }, () => pick(WORDS)).join(' ')
  const parts = ['@string{jcb = "Journal of Cell Biology"}\n@string{natcan = {Nature Cancer}}\n\n']
  for (let index = 0; index < count; index++) {
    const year = 1980 + Math.floor(random() * 45)
    const family = pick(FAMILIES)
    const authors = [family, ...Array.from({ length: Math.floor(random() * 6) }, () => pick(FAMILIES))]
    parts.push(`@article{${plain(family)}${year}${pick(WORDS)}${index},
  title = {${capital(words(6, 14))} in {${pick(ACRONYMS)}} cells},
  author = {${authors.map(name => `${name}, ${pick(GIVEN)} ${pick(GIVEN)[0]}.`).join(' and ')}},
  journal = ${random() < 0.2 ? pick(['jcb', 'natcan', 'jcb # { (Online)}']) : `{${pick(JOURNALS)}}`},
  year = {${year}},
  month = ${pick(['jan', 'feb', 'mar', 'oct'])},
  volume = {${1 + Math.floor(random() * 300)}},
  number = {${1 + Math.floor(random() * 12)}},
  pages = {${100 + Math.floor(random() * 800)}--${900 + Math.floor(random() * 99)}},
  doi = {10.${1000 + Math.floor(random() * 9000)}/${pick(WORDS)}.${index}},
  issn = {1234-5678},
  keywords = {${words(3, 6).replaceAll(' ', ', ')}},
  file = {/home/someone/Zotero/storage/${pick(WORDS)}/${plain(family)} - ${year}.pdf},
  abstract = {${capital(words(30, 90))}. ${capital(words(10, 20))} ($p < 0.05$).}
}

`)
  }
  return parts.join('')
}

/** A small linear congruential generator, so that figures of two runs are of the same text. */
export function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
}

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1)
const plain = (name: string): string => name.replace(/[^A-Za-z]/g, '')

const FAMILIES = [
  ...[
    'Smith',
    'Doe',
    'M{\\"u}ller',
    "Garc{\\'i}a",
    "Nov{\\'a}k",
    'van der Berg',
    'Kim',
    'Zhang',
    "O'Brien",
    'Sch{\\"a}fer',
    'Østergaard',
    'Łukasiewicz',
  ],
  ...[
    'Tanaka',
    'Johansson',
    'Rossi',
    'Dubois',
    'Silva',
    'Petrov',
    'Nguyen',
    'Haddad',
    'Okafor',
    'Brown',
    "Fern{\\'a}ndez",
    'Kowalski',
    'Weber',
    'Moreau',
  ],
]
const GIVEN = [
  'Jane',
  'Omar',
  'Li',
  'Jörg',
  'María',
  'Anna',
  'Peter',
  'Yuki',
  'Chinua',
  'Eva',
  'Tomas',
  'Ines',
  'Karl',
  'Noor',
  'Ravi',
  'Sofia',
]
const ACRONYMS = ['CTC', 'EMT', 'DNA', 'HER2', 'VEGF', 'NK', 'TGF-$\\beta$', 'MDSC']
const JOURNALS = [
  'Cancer Research',
  'Cell',
  'Journal of Clinical Oncology',
  'Nature Reviews Cancer',
  'PLoS ONE',
  'Oncogene',
  "Revista Espa{\\~n}ola de Oncolog{\\'i}a",
  'Annals of Oncology',
  'Molecular Cell',
  'The Lancet Oncology',
]
const WORDS =
  'tumour stroma metastasis circulating cells plasticity exosome invasion hypoxia immune response therapy resistance marker vascular endothelial adhesion anoikis survival dormancy niche matrix stiffness signalling kinase receptor expression analysis sequencing cohort trial prognosis outcome breast lung colorectal prostate melanoma mouse model imaging biopsy detection enrichment fluorescence microscopy protein gene mutation epigenetic reprogramming autophagy stress oxidative metabolism glucose lactate acid fibroblast macrophage neutrophil platelet lymphocyte inhibitor antibody drug delivery nanoparticle prediction regression bayesian network clinical randomized meta review protocol evidence guideline'.split(
    ' ',
  )
