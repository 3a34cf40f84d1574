import { appendFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** What an editor calls when it is told to run tests: resolves when all have passed. */
export const run = async (): Promise<void> => {
  const { default: Mocha } = await import('mocha')
  const eventsTo = process.env.STROMA_TEST_EVENTS
  const mocha = new Mocha({
    ui: 'bdd',
    color: false,
    timeout: 60_000,
    reporter: eventsTo ? reporterOf(Mocha, eventsTo) : 'spec',
  })
  for (const name of readdirSync(__dirname).sort()) {
    if (name.endsWith('.test.cjs')) mocha.addFile(join(__dirname, name))
  }
  await mocha.loadFilesAsync()
  const failures = await new Promise<number>(resolve => mocha.run(resolve))
  if (failures > 0) throw new Error(`${failures} tests failed`)
}

/** Tells whoever started the editor how it goes: one JSON object a line, at the end of a file. */
const reporterOf = ({ reporters }: typeof Mocha, path: string) =>
  class extends reporters.Base {
    constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
      super(runner, options)
      let depth = 0
      const send = (event: object) => appendFileSync(path, `${JSON.stringify({ depth, ...event })}\n`)
      runner.on('suite', suite => {
        if (suite.title) send({ kind: 'suite', title: suite.title })
        depth += 1
      })
      runner.on('suite end', () => {
        depth -= 1
      })
      runner.on('pass', test => send({ kind: 'passed', title: test.title, duration: test.duration }))
      runner.on('pending', test => send({ kind: 'skipped', title: test.title }))
      runner.on('fail', (test, error) => {
        send({ kind: 'failed', title: test.title, error: error.stack ?? error.message })
      })
      runner.on('end', () => send({ kind: 'end' }))
    }
  }
