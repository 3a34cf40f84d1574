import assert from 'node:assert/strict'
import { type Beside, bibliographyReadings } from '../../src/workspace/bibliography-readings.ts'

const URI = 'file:///refs.bib'
const MANUSCRIPT = 'file:///paper.md'
const PAPER = { manuscript: MANUSCRIPT, citekeys: () => ['key1', 'none'] }

/** A BibTeX file that takes many slices when each step takes as long as a slice. */
const library = (title = 'Cells', count = 6000): string =>
  Array.from({ length: count }, (_, number) => `@misc{key${number}, title={${title} in flow}}\n`).join('')
const file = (text: string) => ({ text, bom: false })

/** Reading beside other work under a clock that goes on by `step` whenever it is looked at; pauses end when told. */
function bench({ step = 10, asksAgain = true } = {}) {
  let time = 0
  const waiting: (() => void)[] = []
  const shown: string[] = []
  const read: string[] = []
  const worked: string[] = []
  let cancel = (): void => undefined
  const beside: Beside = {
    now: () => (time += step),
    pause: () => new Promise(done => void waiting.push(done)),
    asksAgain,
    working(manuscript, slice) {
      worked.push(manuscript)
      slice()
    },
    onLong(uri, cancelled) {
      shown.push(`begin ${uri}`)
      cancel = cancelled
      return { report: part => void shown.push(`${Math.round(part * 100)} %`), end: () => void shown.push('end') }
    },
    onRead: uri => void read.push(uri),
  }
  const readings = bibliographyReadings(beside)
  const settled = () => new Promise(done => setImmediate(done))
  const slice = async (): Promise<void> => {
    await settled()
    for (const done of waiting.splice(0)) done()
    await settled()
  }
  return {
    readings,
    shown,
    read,
    worked,
    cancel: () => cancel(),
    /** How many pauses are being waited in. */
    pauses: () => waiting.length,
    slice,
    async rest() {
      await settled()
      while (waiting.length > 0) await slice()
    },
  }
}

describe('reading bibliographies beside other work', () => {
  it('is done at once when it fits into a slice', async () => {
    const { readings, pauses } = bench({ step: 0 })
    const { bibliography, unread } = await readings.read(URI, file(library()), PAPER)
    assert.deepEqual([bibliography?.references.length, unread, pauses()], [6000, undefined, 0])
  })

  it('lets whoever asks first wait, but not for long', async () => {
    const { readings, shown, read, worked, slice, rest } = bench({ step: 100 })
    let answer: Awaited<ReturnType<typeof readings.read>> | undefined
    const text = file(library())
    void readings.read(URI, text, PAPER).then(known => (answer = known))
    await slice()
    assert.equal(answer, undefined, 'it is waited for')
    for (let count = 0; answer === undefined && count < 50; count++) await slice()
    assert.deepEqual(answer, { unread: 'reading' })
    assert.equal(shown[0], `begin ${URI}`)
    await rest()
    assert.equal(shown.at(-1), 'end')
    assert.ok(shown.length > 3, 'it shows how far it is')
    assert.deepEqual(read, [URI], 'answers are asked for again')
    assert.deepEqual(new Set(worked), new Set([MANUSCRIPT]))
    const known = await readings.read(URI, text, PAPER)
    assert.deepEqual([known.bibliography?.references.length, known.unread], [6000, undefined])
  })

  it('shows nothing and asks for nothing when it takes less than a second', async () => {
    const { readings, shown, read, rest } = bench({ step: 10 })
    const answer = readings.read(URI, file(library('Cells', 3000)), PAPER)
    await rest()
    assert.equal((await answer).bibliography?.references.length, 3000)
    assert.deepEqual([shown, read], [[], []])
  })

  it('is waited for to its end by who cannot ask again', async () => {
    const { readings, rest } = bench({ step: 100, asksAgain: false })
    const answer = readings.read(URI, file(library()), PAPER)
    await rest()
    assert.equal((await answer).bibliography?.references.length, 6000)
  })

  it('answers with what was read before while a file has changed', async () => {
    const { readings, read, rest } = bench({ step: 10 })
    const first = readings.read(URI, file(library()), PAPER)
    await rest()
    const before = (await first).bibliography
    const changed = file(library('Changed'))
    assert.deepEqual(await readings.read(URI, changed, PAPER), { bibliography: before, unread: 'reading' })
    await rest()
    assert.deepEqual(read, [URI])
    const { bibliography, unread } = await readings.read(URI, changed, PAPER)
    assert.deepEqual([bibliography?.references[0]?.item.title, unread], ['Changed in flow', undefined])
  })

  it('gives up an older text for a newer one', async () => {
    const { readings, read, slice, rest } = bench({ step: 10 })
    const first = readings.read(URI, file(library()), PAPER)
    await rest()
    await first
    await readings.read(URI, file(library('Second')), PAPER)
    await slice()
    const third = file(library('Third'))
    await readings.read(URI, third, PAPER)
    await rest()
    assert.deepEqual(read, [URI], 'only the newer one came to its end')
    assert.equal((await readings.read(URI, third, PAPER)).bibliography?.references[0]?.item.title, 'Third in flow')
  })

  it('stops when the author says so, until it is to be read again or has changed', async () => {
    const { readings, shown, read, cancel, slice, rest, pauses } = bench({ step: 100 })
    const text = file(library())
    const first = readings.read(URI, text, PAPER)
    while (shown.length === 0) await slice()
    assert.deepEqual(await first, { unread: 'reading' })
    cancel()
    assert.equal(shown.at(-1), 'end')
    assert.deepEqual(read, [URI])
    await rest()
    assert.deepEqual(await readings.read(URI, text, PAPER), { unread: 'cancelled' })
    assert.equal(pauses(), 0, 'nothing is being read')
    readings.again()
    const again = readings.read(URI, text, PAPER)
    await rest()
    assert.deepEqual(await again, { unread: 'reading' })
    assert.equal((await readings.read(URI, text, PAPER)).bibliography?.references.length, 6000)
  })

  it('reads several by turns, a small one among them soon', async () => {
    const { readings, slice, rest } = bench({ step: 10 })
    const large = readings.read(URI, file(library()), PAPER)
    await slice()
    const small = await readings.read('file:///small.bib', file('@misc{a,}'), PAPER)
    assert.equal(small.bibliography?.references.length, 1)
    await rest()
    assert.equal((await large).bibliography?.references.length, 6000)
  })

  it('looks at what the manuscript cites before it is there, an item at a time', async () => {
    const { readings, rest, pauses, slice } = bench({ step: 10 })
    const looked: string[] = []
    function* citekeys() {
      for (const citekey of ['key1', 'none', 'key2']) {
        looked.push(citekey)
        yield citekey
      }
    }
    const answer = readings.read(URI, file(library()), { manuscript: MANUSCRIPT, citekeys })
    while (looked.length < 2) await slice()
    assert.ok(pauses() > 0, 'it may be interrupted between two')
    await rest()
    assert.deepEqual(looked, ['key1', 'none', 'key2'])
    assert.equal((await answer).bibliography?.references.length, 6000)
  })

  it('ends with the session', async () => {
    const { readings, read, rest, slice, pauses } = bench({ step: 10 })
    void readings.read(URI, file(library()), PAPER)
    await slice()
    readings.stop()
    await rest()
    assert.deepEqual([read, pauses()], [[], 0])
  })
})
