import { readBibliography } from '../src/bibliography/read-bibliography.ts'
import { stripMarkup } from '../src/bibliography/readers/bibtex/latex.ts'
import type { Reference } from '../src/bibliography/reference.ts'
import { createReferenceSearch } from '../src/bibliography/search.ts'
import { atOnce } from '../src/text/steps.ts'
import { type Bench, median, milliseconds, peer, percentile, ratio, type Table, timed } from './support/bench.ts'
import { madeBibtex } from './support/bibliographies.ts'
import known from './support/known-works.json' with { type: 'json' }

/** An engine that has been given all references: the numbers of the best ten for a query. */
type Search = (query: string) => readonly number[]

/** Completion of citekeys: well-known works among made-up ones, looked for as authors type. */
const search: Bench = async () => {
  const tables: Table[] = []
  for (const count of [1000, 15_000, 100_000]) tables.push(await table(count))
  return tables
}

async function table(count: number): Promise<Table> {
  const { references } = readBibliography(`${madeBibtex(count)}\n${knownBibtex()}`, 'refs.bib')
  const texts = references.map(({ citekey, item }) =>
    [
      citekey,
      (item.author ?? []).map(({ given, family }) => `${given ?? ''} ${family ?? ''}`).join(' '),
      stripMarkup(item.title ?? ''),
      item['container-title'],
      item.issued?.['date-parts']?.[0]?.[0],
    ].join(' '),
  )
  const fresh = readBibliography(`${madeBibtex(count)}\n${knownBibtex()}`, 'refs.bib').references
  const numbers = new Map(references.map(({ citekey }, number) => [citekey, number]))
  const engines: Record<string, () => Promise<Search>> = {
    Stroma: () => stroma(fresh, numbers),
    '@leeoniya/ufuzzy': () => ufuzzy(texts),
    'flexsearch (forward)': () => flexsearch(texts),
    'fuse.js (extended)': () => fuse(texts),
  }
  const rows: string[][] = []
  let own: number[] = []
  for (const [name, make] of Object.entries(engines)) {
    let find: Search = () => []
    const build = await timed(async () => {
      find = await make()
      find('warm up')
    })
    const isSlow = name.startsWith('fuse')
    const rounds = isSlow ? 1 : count > 15_000 ? 2 : 5
    // In a large library it takes seconds for each.
    const queries = isSlow && count > 15_000 ? known.queries.filter((_, at) => at % 10 === 0) : known.queries
    const times: number[] = []
    let right = 0
    for (let round = 0; round < rounds; round++) {
      for (const { query, wanted } of queries) {
        let found: readonly number[] = []
        times.push(
          await timed(() => {
            found = find(query)
          }),
        )
        if (round === 0 && found.slice(0, 10).includes(numbers.get(wanted)!)) right++
      }
    }
    if (own.length === 0) own = times
    rows.push([
      name,
      milliseconds(build),
      milliseconds(median(times)),
      milliseconds(percentile(times, 99)),
      times === own ? '' : ratio(percentile(times, 99), percentile(own, 99)),
      `${right} of ${queries.length}`,
    ])
  }
  return {
    caption: `${count} references and ${known.works.length} more that are looked for.`,
    columns: ['', 'index', 'p50', 'p99', 'of Stroma’s p99', 'right in the first ten'],
    rows,
  }
}

const knownBibtex = (): string =>
  known.works
    .map(
      ({ id, authors, title, journal, year }) =>
        `@article{${id},\n  author = {${authors.join(' and ')}},\n  title = {{${title}}},\n  journal = {${journal}},\n  year = {${year}},\n}\n`,
    )
    .join('\n')

async function stroma(references: readonly Reference[], numbers: ReadonlyMap<string, number>): Promise<Search> {
  const { search, prepare } = createReferenceSearch(references)
  atOnce(prepare())
  return query => search(query, { limit: 10 }).map(({ citekey }) => numbers.get(citekey)!)
}

async function ufuzzy(texts: readonly string[]): Promise<Search> {
  interface UFuzzy {
    search(
      haystack: string[],
      needle: string,
      outOfOrder: number,
      infoThreshold: number,
    ): [number[] | null, { idx: number[] } | null, number[] | null]
  }
  const { default: Engine } = await peer<{ default: { new (options: object): UFuzzy; latinize<T>(text: T): T } }>(
    '@leeoniya/ufuzzy',
  )
  const haystack = Engine.latinize([...texts])
  const engine = new Engine({ intraMode: 1 })
  return query => {
    const [found, info, order] = engine.search(haystack, Engine.latinize(query), 1, 100_000)
    return info && order ? order.slice(0, 10).map(at => info.idx[at]!) : (found ?? []).slice(0, 10)
  }
}

async function flexsearch(texts: readonly string[]): Promise<Search> {
  interface Flex {
    add(id: number, text: string): void
    search(query: string, limit: number): number[]
  }
  const { default: flex } = await peer<{
    default: { Index: new (options: object) => Flex; Charset: Record<string, unknown> }
  }>('flexsearch')
  const index = new flex.Index({ tokenize: 'forward', encoder: flex.Charset.LatinBalance })
  texts.forEach((text, number) => void index.add(number, text))
  return query => index.search(query, 10)
}

async function fuse(texts: readonly string[]): Promise<Search> {
  interface FuseEngine {
    search(query: string, options: { limit: number }): { refIndex: number }[]
  }
  const { default: Fuse } = await peer<{ default: new (list: readonly string[], options: object) => FuseEngine }>(
    'fuse.js',
  )
  const engine = new Fuse(texts, {
    useExtendedSearch: true,
    ignoreLocation: true,
    ignoreDiacritics: true,
    threshold: 0.3,
  })
  return query => engine.search(query, { limit: 10 }).map(({ refIndex }) => refIndex)
}

export default search
