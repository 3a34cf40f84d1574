import assert from 'node:assert/strict'
import type { CompletionList, Hover, TextEdit } from 'vscode-languageserver-protocol/node'
import type { BibliographiesReport } from '../../src/server/picker.ts'
import type { Pace } from '../../src/workspace/pace.ts'
import { PULLING, startMemoryClient, type TestClient } from './client.ts'

const library = (title: string): string =>
  Array.from({ length: 6000 }, (_, number) => `@misc{key${number}, title={${title} in flow}}\n`).join('')

const PAPER = `---
bibliography: refs.bib
---

Cells arrest [@key5000; @kye5000].
`

/** A clock by which every slice takes long, and pauses that end by themselves a few times, then only when told. */
function slowPace() {
  let time = 0
  let left = 0
  const held: (() => void)[] = []
  const pace: Pace = {
    now: () => (time += 100),
    pause: () => new Promise(done => (left-- > 0 ? setImmediate(done) : held.push(done))),
  }
  return {
    pace,
    /** Lets so many slices be read. */
    allow(slices: number) {
      left = slices
      for (const done of held.splice(0)) done()
    },
  }
}

interface Shown {
  readonly kind: 'begin' | 'report' | 'end'
  readonly title?: string
  readonly cancellable?: boolean
}

/** A client that shows progress; `over` waits for what it shows. */
async function watch(capabilities = { ...PULLING, window: { workDoneProgress: true } }) {
  const { pace, allow } = slowPace()
  const client = await startMemoryClient({
    files: { 'refs.bib': library('Cells'), 'paper.md': PAPER },
    capabilities,
    pace,
  })
  const shown: Shown[] = []
  const tokens: unknown[] = []
  client.connection.onRequest('window/workDoneProgress/create', ({ token }) => {
    tokens.push(token)
    return null
  })
  client.connection.onNotification('$/progress', ({ value }: { value: Shown }) => void shown.push(value))
  const over = async (): Promise<void> => {
    while (shown.at(-1)?.kind !== 'end') await new Promise(setImmediate)
    while (client.refreshes.count === 0) await new Promise(done => setTimeout(done, 5))
  }
  return { client, allow, shown, tokens, over }
}

const unresolved = async (client: TestClient): Promise<unknown[]> =>
  (await client.pull('paper.md')).filter(({ code }) => code === 'unresolved-citation').map(({ message }) => message)

const hover = async (client: TestClient): Promise<string> => {
  const found = await client.connection.sendRequest<Hover | null>(
    'textDocument/hover',
    client.at('paper.md', PAPER.indexOf('key5000')),
  )
  return JSON.stringify(found?.contents)
}

const report = async (client: TestClient): Promise<BibliographiesReport['sources'][number]> => {
  const { sources } = await client.connection.sendRequest<BibliographiesReport>('stroma/bibliographies', {
    uri: client.uri('paper.md'),
  })
  return sources[0]!
}

describe('a server that is reading a large bibliography', () => {
  it('answers without it, shows how far it is, and judges citations when it is there', async () => {
    const { client, allow, shown, over } = await watch()
    await client.open('paper.md')
    allow(5)
    assert.deepEqual(await unresolved(client), [])
    assert.match(await hover(client), /has not been read yet/)
    const { references, unread, note } = await report(client)
    assert.deepEqual([references, unread], [0, 'reading'])
    assert.match(note!, /is being read/)
    await assert.rejects(
      client.connection.sendRequest('textDocument/rename', {
        ...client.at('paper.md', PAPER.indexOf('key5000')),
        newName: 'other',
      }),
      /has not been read yet/,
    )
    allow(Number.POSITIVE_INFINITY)
    await over()
    assert.equal(shown[0]?.title, 'Reading refs.bib')
    assert.equal(shown[0]?.cancellable, true)
    assert.ok(shown.some(({ kind }) => kind === 'report'))
    const [message, ...more] = await unresolved(client)
    assert.match(String(message), /kye5000/)
    assert.deepEqual(more, [])
    assert.match(await hover(client), /Cells in flow/)
    await client.stop()
  })

  it('completes with the citekeys that are cited and says what is missing, until the references are there', async () => {
    const { client, allow, over } = await watch()
    await client.open('paper.md')
    const end = PAPER.length - 2
    let written = 0
    /** What is offered behind `; @` and what is typed there. */
    const complete = async (typed: string): Promise<CompletionList> => {
      await client.edit('paper.md', end, end + written, `; @${typed}`)
      written = 3 + typed.length
      return client.connection.sendRequest('textDocument/completion', client.at('paper.md', end + written))
    }
    allow(5)
    const { isIncomplete, items } = await complete('')
    assert.equal(isIncomplete, true)
    assert.deepEqual(
      items.map(({ label }) => label),
      ['key5000', 'kye5000', 'refs.bib is being read'],
    )
    const shown = items.at(-1)!
    assert.match(shown.labelDetails!.description!, /when you type on/)
    assert.deepEqual(
      (await complete('kye')).items.map(({ label, textEdit }) => [label, (textEdit as TextEdit).newText]),
      [
        ['kye5000', 'kye5000'],
        ['refs.bib is being read', 'kye'],
      ],
    )
    assert.equal(await complete('kye5000 and'), null)
    allow(Number.POSITIVE_INFINITY)
    await over()
    const { items: all } = await complete('key5001')
    assert.deepEqual(
      all.map(({ label }) => label).filter(label => /read|^key5001$/.test(label)),
      ['key5001'],
    )
    await client.stop()
  })

  it('answers with what it was before while it is exported again', async () => {
    const { client, allow, over } = await watch()
    await client.open('paper.md')
    allow(Number.POSITIVE_INFINITY)
    await unresolved(client)
    await over()
    allow(0)
    await client.write('refs.bib', library('Changed'))
    assert.match(await hover(client), /Cells in flow/)
    assert.deepEqual(await unresolved(client), [], 'a newer version may have the citekey')
    const { references, unread, note } = await report(client)
    assert.deepEqual([references, unread], [6000, 'reading'])
    assert.match(note!, /read of it before is used/)
    const { count } = client.refreshes
    allow(Number.POSITIVE_INFINITY)
    while (client.refreshes.count === count) await new Promise(done => setTimeout(done, 5))
    while ((await report(client)).unread) await new Promise(done => setTimeout(done, 5))
    assert.match(await hover(client), /Changed in flow/)
    assert.equal((await unresolved(client)).length, 1)
    await client.stop()
  })

  it('stops when the author cancels it, says so, and starts again when asked to', async () => {
    const { client, allow, shown, tokens, over } = await watch()
    await client.open('paper.md')
    allow(5)
    assert.deepEqual(await unresolved(client), [])
    while (tokens.length === 0 || shown.length === 0) await new Promise(setImmediate)
    await client.connection.sendNotification('window/workDoneProgress/cancel', { token: tokens[0] })
    await over()
    allow(Number.POSITIVE_INFINITY)
    const cancelled = await report(client)
    assert.equal(cancelled.unread, 'cancelled')
    assert.match(cancelled.note!, /“Stroma: Read Bibliographies” starts again/)
    assert.deepEqual(await unresolved(client), [])
    await client.connection.sendRequest('stroma/readBibliographies')
    while ((await report(client)).unread) await new Promise(done => setTimeout(done, 5))
    assert.equal((await unresolved(client)).length, 1)
    await client.stop()
  })

  it('shows nothing to a client that cannot show it, and answers one that cannot ask again when it is read', async () => {
    const { client, allow, tokens } = await watch({ textDocument: { diagnostic: {} }, window: {} } as never)
    await client.open('paper.md')
    allow(Number.POSITIVE_INFINITY)
    assert.equal((await unresolved(client)).length, 1)
    assert.deepEqual(tokens, [])
    await client.stop()
  })
})
