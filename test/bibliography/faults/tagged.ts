import fc from 'fast-check'
import { type Fault, type Format, pick, words } from './fault.ts'

interface Entry {
  readonly title: string
  readonly authors: readonly string[]
  readonly year: number
  readonly abstract?: string
}

const entry: fc.Arbitrary<Entry> = fc.record(
  {
    title: words('TY', 'ER', '<<<'),
    authors: fc.array(fc.constantFrom('Doe, Jane', 'Müller, J. A.', 'van der Berg, P'), { minLength: 1, maxLength: 3 }),
    year: fc.integer({ min: 1900, max: 2030 }),
    abstract: words('two\n      lines'),
  },
  { requiredKeys: ['title', 'authors', 'year'] },
)

const CONFLICT = (line: string): readonly string[] => ['<<<<<<< HEAD', line, '=======', line, '>>>>>>> theirs']

/** Writes the lines of a record otherwise. */
const inLines =
  (
    lines: (entry: Entry, number: number) => readonly string[],
    broken: (lines: readonly string[], choice: number) => readonly string[],
  ) =>
  (entry: Entry, number: number, choice: number): string =>
    broken(lines(entry, number), choice).join('\n')

const risLines = ({ title, authors, year, abstract }: Entry, number: number): readonly string[] => [
  'TY  - JOUR',
  `ID  - key${number}`,
  ...authors.map(name => `AU  - ${name}`),
  `TI  - ${title}`,
  // in RIS a value has one line
  ...(abstract === undefined ? [] : [`AB  - ${abstract.replace(/\s+/g, ' ')}`]),
  `PY  - ${year}`,
  'ER  - ',
]

const inRis = (broken: (lines: readonly string[], choice: number) => readonly string[]) => inLines(risLines, broken)

const risFaults: readonly Fault<Entry>[] = [
  { name: 'no line ER', says: /not closed: put a line “ER {2}- ”/, breaks: inRis(lines => lines.slice(0, -1)) },
  {
    name: 'ER without its hyphen',
    says: /hyphen after “ER” is missing/,
    breaks: inRis(lines => [...lines.slice(0, -1), 'ER']),
  },
  { name: 'no line TY', says: /does not say what it is: put “TY {2}- JOUR”/, breaks: inRis(lines => lines.slice(1)) },
  {
    name: 'a tag without its hyphen',
    says: /hyphen after “\w\w” is missing/,
    breaks: inRis((lines, choice) => {
      const broken = pick(lines.slice(1, -1), choice)!
      return lines.map(line => (line === broken ? line.replace('- ', '') : line))
    }),
  },
  {
    name: 'the markers of a merge conflict',
    says: /merge conflict/,
    breaks: inRis((lines, choice) => {
      const broken = pick(lines.slice(2, -1), choice)!
      return lines.flatMap(line => (line === broken ? CONFLICT(line) : line))
    }),
  },
  {
    name: 'a line of something else after it',
    says: /only empty lines may stand/,
    breaks: inRis(lines => [...lines, 'Exported on Monday']),
  },
  {
    name: 'a value that goes on in a line without a tag',
    says: /has no tag such as “AB {2}- ”, so Pandoc refuses the file/,
    breaks: inRis(lines => [...lines.slice(0, -1), '      and on', lines.at(-1)!]),
  },
  {
    name: 'an empty line in it',
    says: /An empty line inside a record/,
    breaks: inRis(lines => [lines[0]!, '', ...lines.slice(1)]),
  },
  {
    name: 'an invisible character in its key',
    says: /invisible character \(U\+200B\)/,
    breaks: inRis(lines => lines.map(line => line.replace('ID  - ', 'ID  - \u200b'))),
  },
  {
    name: 'nothing to make a key of',
    says: /neither an ID nor authors nor a year/,
    isLost: true,
    breaks: inRis(lines => lines.filter(line => !/^(?:ID|AU|PY)/.test(line))),
  },
]

export const ris: Format<Entry> = {
  file: 'x.ris',
  entry,
  write: (entry, number) => risLines(entry, number).join('\n'),
  before: '',
  between: '\n\n',
  after: '\n',
  key: number => `key${number}`,
  faults: risFaults,
}

const nbibLines = ({ title, authors, year, abstract }: Entry, number: number): readonly string[] => [
  `PMID- ${1000 + number}`,
  `DP  - ${year}`,
  `TI  - ${title}`,
  ...(abstract === undefined ? [] : [`AB  - ${abstract}`]),
  ...authors.map(name => `FAU - ${name}`),
  'JT  - Journal of Cells',
  `SO  - J Cells. ${year}.`,
]

const inNbib = (broken: (lines: readonly string[], choice: number) => readonly string[]) => inLines(nbibLines, broken)

const nbibFaults: readonly Fault<Entry>[] = [
  {
    name: 'a tag without its hyphen',
    says: /hyphen after “\w+” is missing: write “\w+ *- ”/,
    breaks: inNbib((lines, choice) => {
      const broken = pick(lines.slice(1), choice)!
      return lines.map(line => (line === broken ? line.replace('- ', ' ') : line))
    }),
  },
  {
    name: 'the markers of a merge conflict',
    says: /merge conflict/,
    breaks: inNbib((lines, choice) => {
      const broken = pick(lines.slice(1, -1), choice)!
      return lines.flatMap(line => (line === broken ? CONFLICT(line) : line))
    }),
  },
  {
    name: 'nothing that it could be cited by',
    says: /no PMID, DOI or title/,
    isLost: true,
    breaks: inNbib(lines => lines.filter(line => !/^(?:PMID|TI)/.test(line))),
  },
]

export const nbib: Format<Entry> = {
  file: 'x.nbib',
  entry,
  write: (entry, number) => nbibLines(entry, number).join('\n'),
  before: '',
  between: '\n\n',
  after: '\n',
  key: number => `pmid:${1000 + number}`,
  faults: nbibFaults,
}
