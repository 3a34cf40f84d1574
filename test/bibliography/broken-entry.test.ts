import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readBibliography } from '../../src/bibliography/read-bibliography.ts'
import type { Reference } from '../../src/bibliography/reference.ts'
import { lineIndex } from '../../src/text/line-index.ts'
import { bibtex } from './faults/bibtex.ts'
import { cslJson, cslJsonInOneLine, cslYaml } from './faults/csl.ts'
import { type Fault, type Format, textOf } from './faults/fault.ts'
import { nbib, ris } from './faults/tagged.ts'

/** More runs than in the everyday suite: `STROMA_RUNS=5000 npm run test:unit`. */
const RUNS = Number(process.env.STROMA_RUNS ?? 60)

/** Checks what reading gives when entry `at` is broken; says nothing when it cannot break so. */
function check<Entry>(
  format: Format<Entry>,
  { says, breaks, isLost = false }: Fault<Entry>,
  entries: readonly Entry[],
  at: number,
  choice: number,
  lineEnd: '\n' | '\r\n',
): void {
  const source = breaks(entries[at]!, at, choice)
  if (source === undefined) return
  const { text, start, end } = textOf(format, entries, lineEnd, { at, source })
  const shown = text.length < 4000 ? text : text.slice(start, end)
  const sound = soundReading(format, entries, lineEnd)
  const { references, problems } = readBibliography(text, format.file)
  const items = new Map(references.map(({ citekey, item }) => [citekey, item]))

  sound.forEach(({ citekey, item }, number) => {
    if (number !== at) assert.deepEqual(items.get(citekey), item, shown)
    else if (!isLost) assert.ok(items.has(citekey), `“${citekey}” is lost: ${shown}`)
  })
  assert.ok(references.length <= entries.length, `there is an entry too many: ${shown}`)

  const index = lineIndex(text)
  const lines = { first: index.positionAt(start).line, last: index.positionAt(end).line }
  const told = problems.map(({ message, span }) => ({ ...index.positionAt(span.start), message }))
  const report = `${told.map(({ line, column, message }) => `${line}:${column} ${message}`).join('\n')}\n${shown}`
  assert.ok(
    told.some(({ message }) => says.test(message)),
    `nothing says ${says}: ${report}`,
  )
  assert.ok(
    told.every(({ line }) => lines.first <= line && line <= lines.last),
    `not in lines ${lines.first} to ${lines.last}: ${report}`,
  )
}

const readings = new WeakMap<readonly unknown[], readonly Reference[]>()

/** What the entries give when none is broken; read once. */
function soundReading<Entry>(format: Format<Entry>, entries: readonly Entry[], lineEnd: '\n' | '\r\n') {
  const known = readings.get(entries)
  if (known) return known
  const { references } = readBibliography(textOf(format, entries, lineEnd).text, format.file)
  readings.set(entries, references)
  return references
}

for (const format of [bibtex, ris, nbib, cslJson, cslJsonInOneLine, cslYaml] as readonly Format<unknown>[]) {
  const list = (maxLength: number): fc.Arbitrary<readonly unknown[]> =>
    fc.array(format.entry, { minLength: 1, maxLength, size: 'max' })

  describe(`one broken entry in ${format.file}`, () => {
    it('is none when nothing is broken', () => {
      fc.assert(
        fc.property(list(12), fc.constantFrom('\n', '\r\n'), (entries, lineEnd) => {
          const { text } = textOf(format, entries, lineEnd)
          const { references, problems } = readBibliography(text, format.file)
          assert.deepEqual(problems, [], text)
          assert.deepEqual(
            references.map(({ citekey }) => citekey),
            entries.map((_, number) => format.key(number)),
          )
        }),
        { numRuns: RUNS },
      )
    })

    for (const fault of format.faults) {
      it(`with ${fault.name}, costs no other one and is told with its line`, () => {
        const run = (maxLength: number, numRuns: number): void =>
          fc.assert(
            fc.property(
              list(maxLength),
              fc.nat(),
              fc.nat(),
              fc.constantFrom('\n', '\r\n'),
              (entries, at, choice, end) => check(format, fault, entries, at % entries.length, choice, end),
            ),
            { numRuns },
          )
        run(4, RUNS)
        run(300, 3)
      })
    }

    it('costs no other one among 2 000', () => {
      const few = fc.sample(format.entry, { seed: 7, numRuns: 20 })
      const entries = Array.from({ length: 2000 }, (_, number) => few[number % few.length]!)
      format.faults.forEach((fault, number) => {
        const last = number === format.faults.length - 1
        check(format, fault, entries, number === 0 ? 0 : last ? 1999 : 1000 + number, number, '\n')
      })
    })
  })
}
