import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { yearOf } from '../../src/bibliography/describe.ts'
import { readBibliography } from '../../src/bibliography/read-bibliography.ts'
import { stripMarkup } from '../../src/bibliography/readers/bibtex/latex.ts'
import type { CslItem } from '../../src/bibliography/reference.ts'
import { lineIndex } from '../../src/text/line-index.ts'

const CORPUS = '../shared/corpus/'

/** What Pandoc 3.10 made of an entry, as the corpus keeps it. */
interface PandocItem {
  readonly id: string
  readonly title: string | null
  readonly authors: number
  readonly issued: string | null
  readonly DOI?: string
}

/** Spaces, case protection, kinds of quotation marks and the form of accents are no differences. */
const normal = (text: unknown): string =>
  stripMarkup(String(text ?? ''))
    .normalize('NFD')
    .replace(/[\p{M}{}]/gu, '')
    .replace(/[‘’“”"']/g, '"')
    .replace(/ı/g, 'i')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .toLowerCase()

/** Pandoc leaves out commands it does not know, and their text: then its title is ours with parts missing. */
function isPartOf(part: string, whole: string): boolean {
  let found = 0
  for (const character of whole) if (character === part[found]) found++
  return found === part.length
}

describe('the bibliographies of the corpus', function () {
  this.timeout(60_000)
  before(function () {
    if (!existsSync(CORPUS)) this.skip()
  })

  const files = existsSync(CORPUS) ? globSync('oracle/**/*.bib.json', { cwd: CORPUS }) : []
  const load = (file: string) => {
    const oracle = JSON.parse(readFileSync(CORPUS + file, 'utf8'))
    const text = oracle.biblatex ? readFileSync(CORPUS + oracle.file, 'utf8').replace(/^\ufeff/, '') : ''
    return { oracle, text, bibliography: readBibliography(text, oracle.file) }
  }

  it('give every key that Pandoc finds, and fields as Pandoc has them', () => {
    const equal = new Map<string, [same: number, all: number]>()
    const count = (field: string, same: boolean): void => {
      const [good, all] = equal.get(field) ?? [0, 0]
      equal.set(field, [good + Number(same), all + 1])
    }
    for (const { oracle, bibliography } of files.map(load)) {
      if (!oracle.biblatex?.items) continue
      const items = new Map<string, CslItem[]>()
      for (const { citekey, item } of bibliography.references) items.set(citekey, [...(items.get(citekey) ?? []), item])
      for (const theirs of oracle.biblatex.items as PandocItem[]) {
        const [ours] = items.get(theirs.id)?.splice(0, 1) ?? []
        assert.ok(ours, `${oracle.file}: ${theirs.id}`)
        const title = normal(theirs.title)
        count('title', normal(ours.title) === title)
        count('title, but for what Pandoc drops', isPartOf(title, normal(ours.title)))
        count('authors', (ours.author?.length ?? 0) === theirs.authors)
        const year = /^-?\d+/.exec(String(theirs.issued))?.[0]
        count('year', year === undefined || year === String(ours.issued?.['date-parts']?.[0]?.[0]))
        if (theirs.DOI) count('DOI', normal(theirs.DOI) === normal(ours.DOI))
        assert.equal(typeof yearOf(ours), 'string')
      }
    }
    const percent = Object.fromEntries([...equal].map(([field, [same, all]]) => [field, (100 * same) / all]))
    for (const field of ['title, but for what Pandoc drops', 'authors', 'year', 'DOI']) {
      assert.ok(percent[field]! >= 99, `${field}: ${JSON.stringify(percent)}`)
    }
    assert.ok(percent.title! >= 97.5, JSON.stringify(percent))
  })

  it('are reported, and read, where Pandoc refuses the file', () => {
    for (const { oracle, text, bibliography } of files.map(load)) {
      if (!oracle.biblatex?.error) continue
      const keys = text.match(/^\s*@(?!comment|string|preamble)\w+\s*[({]\s*[^\s,={}]+\s*,/gim) ?? []
      assert.ok(bibliography.references.length >= keys.length, oracle.file)
      assert.ok(bibliography.problems.length > 0, oracle.file)
    }
  })

  it('are silent where Pandoc has nothing to say', () => {
    const noisy = files
      .map(load)
      .filter(({ oracle, bibliography }) => oracle.biblatex?.items && bibliography.problems.length > 0)
    assert.deepEqual(
      noisy.map(({ oracle }) => oracle.file),
      [],
    )
  })

  it('name the true cause in every version of the past that Pandoc refused', () => {
    const histories = readdirSync(`${CORPUS}history`).filter(name => name.endsWith('.json'))
    let read = 0
    for (const history of histories.map(name => JSON.parse(readFileSync(`${CORPUS}history/${name}`, 'utf8')))) {
      for (const { blob, file, raw, pandoc_error: error } of history.bad_bibs) {
        const path = `${CORPUS}history/blobs/${history.slug}/${blob}.bib`
        if (!error || !existsSync(path)) continue
        const text = readFileSync(path, 'utf8')
        const { references, problems } = readBibliography(text, file)
        const line = Number(/line (\d+)/.exec(error)![1])
        const ours = lineIndex(text).positionAt(problems[0]!.span.start).line
        assert.ok(references.length >= raw && ours <= line && ours >= line - 3, `${path}: ${JSON.stringify(problems)}`)
        read++
      }
    }
    assert.ok(read > 0)
  })
})
