import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { type Bench, median, megabytes, milliseconds, percentile, ratio, type Table, timed } from './support/bench.ts'
import { MARKDOWN_SERVER, type OpenServer, openServer, STROMA } from './support/lsp-client.ts'
import { bibliography, inFolder, manuscript, random } from './support/manuscripts.ts'

/** Size of the manuscript, keystrokes measured, and at how many of them the peers, which take long, are measured too. */
const SIZES = [
  { size: 10_000, keystrokes: 400, peers: 100 },
  { size: 100_000, keystrokes: 400, peers: 60 },
  { size: 1_000_000, keystrokes: 300, peers: 20 },
  { size: 5_000_000, keystrokes: 60, peers: 3 },
] as const
const REFERENCES = 2000

/** From a keystroke to the diagnostics of the new text, through the real server over its standard streams. */
const server: Bench = async () => {
  const rows: (readonly string[])[] = []
  for (const { size, keystrokes, peers } of SIZES) rows.push(...(await keystrokeRows(size, keystrokes, peers)))
  return [
    {
      caption: `Keystroke to diagnostics over standard streams: letters, citations and line ends typed all over a manuscript with ${REFERENCES} references. The peers take the same keystrokes by turns, at fewer of them; “remark-parse” is one parse of the whole text in the client.`,
      columns: ['', 'p50', 'p99', 'peer p50 / Stroma p50', 'peer p99 / Stroma p99', 'peak memory'],
      rows,
    },
    await requestTable(),
  ]
}

async function keystrokeRows(size: number, keystrokes: number, peers: number): Promise<string[][]> {
  const files = new Map([
    ['paper.md', manuscript(size, REFERENCES, 7)],
    ['refs.bib', bibliography(REFERENCES)],
  ])
  return inFolder(files, async folder => {
    const stroma = await openServer(STROMA, folder, 'paper.md')
    const markdown = await openServer(MARKDOWN_SERVER, folder, 'paper.md')
    const remark = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMath)
    const times = { stroma: [] as number[], markdown: [] as number[], remark: [] as number[] }
    const next = random(size)
    for (let count = 0; count < keystrokes; count++) {
      const edit = keystroke(stroma, next)
      times.stroma.push(await stroma.keystroke(...edit))
      if (count % Math.floor(keystrokes / peers) === 0) {
        times.markdown.push(await markdown.keystroke(...edit))
        times.remark.push(await timed(() => remark.parse(stroma.document.getText())))
      }
    }
    const name = size >= 1_000_000 ? `${size / 1_000_000} MB` : `${size / 1000} KB`
    const row = (who: string, own: number[], memory: string): string[] => [
      `${name}, ${who}`,
      milliseconds(median(own)),
      milliseconds(percentile(own, 99)),
      own === times.stroma ? '' : ratio(median(own), median(times.stroma)),
      own === times.stroma ? '' : ratio(percentile(own, 99), percentile(times.stroma, 99)),
      memory,
    ]
    return [
      row('Stroma', times.stroma, megabytes(await stroma.end())),
      row('vscode-markdown-languageserver', times.markdown, megabytes(await markdown.end())),
      row('remark-parse', times.remark, ''),
    ]
  })
}

const TYPED = ['a', 'e', ' ', 't', '.', '@', 'key1', ']', '\n', '*', '`', '']

/** What an author types next: mostly letters, now and then what changes the structure; an empty text deletes a character. */
function keystroke({ document }: OpenServer, next: () => number): [start: number, end: number, text: string] {
  const text = TYPED[Math.floor(next() * TYPED.length)]!
  const start = 100 + Math.floor(next() * (document.getText().length - 200))
  return [start, text === '' ? start + 1 : start, text]
}

const LIBRARY = 15_000

/** Requests on a manuscript of 100 KB with a large library. */
async function requestTable(): Promise<Table> {
  const text = `${manuscript(100_000, LIBRARY, 3)}\nSee [@smith1 cells`
  const files = new Map([
    ['paper.md', text],
    ['refs.bib', bibliography(LIBRARY)],
  ])
  return inFolder(files, async folder => {
    const stroma = await openServer(STROMA, folder, 'paper.md')
    const rows: string[][] = []
    for (const method of ['completion', 'hover', 'definition', 'documentHighlight']) {
      const offset = method === 'completion' ? text.length : text.lastIndexOf('@key') + 2
      const first = await stroma.request(`textDocument/${method}`, offset)
      const times: number[] = []
      for (let count = 0; count < 100; count++) times.push(await stroma.request(`textDocument/${method}`, offset))
      rows.push([method, milliseconds(first), milliseconds(median(times)), milliseconds(percentile(times, 99))])
    }
    const typing: number[] = []
    for (let count = 0; count < 50; count++) {
      const end = stroma.document.getText().length
      const from = performance.now()
      await stroma.keystroke(end, end, 'smith 20'[count % 8]!)
      await stroma.request('textDocument/completion', end + 1)
      typing.push(performance.now() - from)
      if (count % 8 === 7) await stroma.keystroke(end - 7, end + 1, '')
    }
    rows.push([
      'keystroke, diagnostics and completion',
      '',
      milliseconds(median(typing)),
      milliseconds(percentile(typing, 99)),
    ])
    await stroma.end()
    return {
      caption: `Requests on a manuscript of 100 KB with a library of ${LIBRARY.toLocaleString('en')} references.`,
      columns: ['', 'first', 'p50', 'p99'],
      rows,
    }
  })
}

export default server
