// All that CI runs: `npm test`. Its last line counts every test of every kind.
import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { ROOT } from './vscode/install.js'
import { editorSuites } from './vscode/suites.js'

const require = createRequire(import.meta.url)
const total = { passed: 0, failed: 0, skipped: 0 }

/** Runs a program of the project with its output shown. */
const run = (args, env = process.env) =>
  new Promise(resolve => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit', env })
    child.once('exit', status => resolve(status === 0))
    child.once('error', () => resolve(false))
  })

/** A check that passes or fails as one. */
const step = async (title, args) => {
  console.log(`\n▸ ${title}`)
  const passed = await run(args)
  total[passed ? 'passed' : 'failed'] += 1
  console.log(passed ? `  ✔ ${title}` : `  ✘ ${title}`)
  return passed
}

/** The unit tests, counted from Mocha's own report. */
const unitTests = async () => {
  console.log('\n▸ unit tests')
  const report = join(ROOT, 'dist', 'unit-tests.json')
  rmSync(report, { force: true })
  const passed = await run([
    ...[
      join(ROOT, 'node_modules', 'mocha', 'bin', 'mocha.js'),
      '--reporter',
      join(ROOT, 'scripts', 'spec-and-counts.cjs'),
    ],
    ...['--reporter-option', `output=${report}`],
  ])
  const counts = readCounts(report)
  for (const kind of Object.keys(total)) total[kind] += counts[kind]
  if (!passed && counts.failed === 0) total.failed += 1
}

const readCounts = path => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return { passed: 0, failed: 0, skipped: 0 }
  }
}

const program = (name, path) => join(require.resolve(`${name}/package.json`), '..', path)

await step('biome check', [program('@biomejs/biome', 'bin/biome'), 'check', '.'])
await step('tsc --noEmit', [program('typescript', 'bin/tsc'), '--noEmit'])
if (await step('build', ['esbuild.js', 'tests'])) {
  await unitTests()
  console.log('\n▸ VS Code')
  const counts = await editorSuites()
  for (const kind of Object.keys(total)) total[kind] += counts[kind]
}

console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed > 0 ? 1 : 0
