import assert from 'node:assert/strict'
import fc from 'fast-check'
import { startMemoryClient, type TestClient } from './client.ts'

/** What an author, a reference manager and a version control system do to a project. */
type Step =
  | { readonly do: 'edit'; readonly name: string; readonly at: number; readonly length: number; readonly text: string }
  | { readonly do: 'open' | 'close' | 'pull' | 'remove'; readonly name: string }
  | { readonly do: 'write' | 'replace'; readonly name: string; readonly text: string }

const BIBLIOGRAPHIES = [
  '@article{smith2020,\n  title = {A},\n  author = {Smith, Ann},\n  year = 2020\n}\n',
  '@article{smith2020,\n  title = {A},\n  year = 2020\n}\n\n@book{doe2019,\n  title = {B}\n}\n\n@book{doe2019, title = {C}}\n',
  '@article{smith2020,\n  title = {never closed\n\n@book{doe2019, title = {B}}\n',
  '',
]

const PROJECT_FILES = [
  'rules:\n  unresolved-citation: warning\n',
  'rules:\n  undefined-footnote: off\nbibliography: other.bib\n',
  'rules: [\n',
]

const FILES: Record<string, string> = {
  'a.md': '---\nbibliography: refs.bib\n---\n\n# One {#sec:one}\n\nSee [@smith2020; @doe2019] and @fig:flow.[^n]\n',
  'b.md': '---\nbibliography: [refs.bib, other.bib]\n---\n\nAnoikis 🧬 [@doe2019, p. 3]; the ECM.\n\n[^n]: Note.\n',
  'refs.bib': BIBLIOGRAPHIES[0]!,
  'other.bib': BIBLIOGRAPHIES[1]!,
}

const MANUSCRIPTS = ['a.md', 'b.md']
const OTHERS = ['refs.bib', 'other.bib']
const CHANGING = [...OTHERS, '.stroma.yaml']

const SNIPPETS = [
  '@',
  '[@smith2020]',
  '[@nobody1900; ',
  ']',
  '`',
  '```\n',
  '---\n',
  '\n\n',
  '$',
  '[^n]',
  '[^n]: x\n',
  '@fig:flow',
  '{#fig:flow}',
  'bibliography: other.bib\n',
  'title = {',
  '}',
  '@book{new,\n',
  '🧬',
  '\r\n',
  'é',
  'anoikis',
  ' ',
  '<!-- stroma-disable-next-line unresolved-citation -->\n',
  '<!--',
  '-->',
  '\\cite{smith2020}',
  '&#64;',
  '*',
  '_',
]

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      name: fc.constantFrom(...MANUSCRIPTS, ...OTHERS),
      at: fc.nat(400),
      length: fc.oneof(fc.constant(0), fc.nat(30)),
      text: fc.array(fc.constantFrom(...SNIPPETS), { maxLength: 3 }).map(parts => parts.join('')),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('open' as const, 'close' as const, 'pull' as const),
      name: fc.constantFrom(...MANUSCRIPTS, ...OTHERS),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), name: fc.constantFrom(...CHANGING) }) },
  {
    weight: 5,
    arbitrary: fc.oneof(
      fc.record({
        do: fc.constantFrom('write' as const, 'replace' as const),
        name: fc.constantFrom(...OTHERS),
        text: fc.constantFrom(...BIBLIOGRAPHIES),
      }),
      fc.record({
        do: fc.constant('write' as const),
        name: fc.constant('.stroma.yaml'),
        text: fc.constantFrom(...PROJECT_FILES),
      }),
    ),
  },
)

/** More runs than in the everyday suite: `STROMA_RUNS=5000 npm run test:unit`. */
const RUNS = Number(process.env.STROMA_RUNS ?? 25)

describe('a session of any length', () => {
  it('ends in the diagnostics that a fresh server gives for the same files', async function () {
    this.timeout(20_000 + RUNS * 500)
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 25 }), async steps => {
        const disk = new Map(Object.entries(FILES))
        const open = new Set<string>()
        const old = await startMemoryClient({ files: FILES })
        for (const name of ['refs.bib', ...MANUSCRIPTS]) await take({ do: 'open', name }, old, disk, open)
        for (const name of MANUSCRIPTS) await old.pull(name)
        for (const step of steps) await take(step, old, disk, open)

        const fresh = await startMemoryClient({ files: Object.fromEntries(disk) })
        for (const name of open) await fresh.open(name, old.text(name), languageOf(name))
        for (const client of [old, fresh]) {
          for (const name of MANUSCRIPTS) if (!open.has(name)) await client.open(name, disk.get(name)!)
        }
        for (const name of MANUSCRIPTS) {
          assert.deepEqual(await old.pull(name), await fresh.pull(name), name)
        }
        assert.deepEqual(settled(old), settled(fresh))
        await old.stop()
        await fresh.stop()
      }),
      { numRuns: RUNS },
    )
  })
})

async function take(step: Step, client: TestClient, disk: Map<string, string>, open: Set<string>): Promise<void> {
  const { name } = step
  if (step.do === 'write') {
    disk.set(name, step.text)
    await client.write(name, step.text)
  } else if (step.do === 'remove') {
    disk.delete(name)
    await client.remove(name)
  } else if (step.do === 'open') {
    const text = disk.get(name)
    if (open.has(name) || text === undefined) return
    open.add(name)
    await client.open(name, text, languageOf(name))
  } else if (!open.has(name)) {
    return
  } else if (step.do === 'replace') {
    await client.edit(name, 0, client.text(name).length, step.text)
  } else if (step.do === 'edit') {
    const { length } = client.text(name)
    const start = Math.min(step.at, length)
    await client.edit(name, start, Math.min(start + step.length, length), step.text)
  } else if (step.do === 'close') {
    open.delete(name)
    await client.close(name)
  } else {
    // Not awaited: typing goes on while the server works.
    void client.pull(name).catch(() => undefined)
  }
}

const languageOf = (name: string): string => (name.endsWith('.md') ? 'markdown' : 'bibtex')

/** What is shown in bibliographies at the end. */
const settled = ({ published }: TestClient): unknown =>
  [...published].filter(([, items]) => items.length > 0).sort(([a], [b]) => (a < b ? -1 : 1))
