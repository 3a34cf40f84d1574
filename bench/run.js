// Runs benchmarks: `npm run bench [-- NAME…]`. Each runs in a process of its own, one after the other;
// their tables are printed and kept in bench/FIGURES.md.
import { execFileSync, fork } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { globSync } from 'tinyglobby'

const bench = dirname(fileURLToPath(import.meta.url))
const built = join(bench, 'node_modules', '.stroma')
const known = globSync('*.ts', { cwd: bench }).map(file => basename(file, '.ts'))
const wanted = process.argv.slice(2).filter(argument => !argument.startsWith('-'))
const unknown = wanted.filter(name => !known.includes(name))

/** A peer brings an older protocol package of its own; what the benchmarks speak is Stroma's. */
const ownProtocol = {
  name: 'own-protocol',
  setup({ onResolve }) {
    const path = join(dirname(bench), 'node_modules', 'vscode-languageserver-protocol', 'lib', 'node', 'main.js')
    onResolve({ filter: /^vscode-languageserver-protocol\/node$/ }, () => ({
      path: pathToFileURL(path).href,
      external: true,
    }))
  },
}

if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${known.join(', ')}.`)
  process.exitCode = 2
} else {
  installPeers()
  execFileSync(process.execPath, ['esbuild.js', '--production'], { cwd: dirname(bench), stdio: 'inherit' })
  await bundle()
  for (const name of wanted.length > 0 ? wanted : known) {
    console.log(`\n## ${name}\n`)
    const tables = await run(name)
    const section = [machine(), ...tables.map(table => render(table))].join('\n\n')
    console.log(section)
    keep(name, section)
  }
}

/** Installs the peers when they are missing or the lock file has changed. */
function installPeers() {
  const lock = join(bench, 'package-lock.json')
  const seen = join(bench, 'node_modules', '.lock-seen')
  if (existsSync(seen) && readFileSync(seen, 'utf8') === readFileSync(lock, 'utf8')) return
  console.log('Installing what Stroma is compared with …')
  execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: bench, stdio: 'inherit', shell: process.platform === 'win32' })
  copyFileSync(lock, seen)
}

/** Builds the benchmarks to where both their peers and the packages of Stroma are found. */
function bundle() {
  return build({
    entryPoints: [...known.map(name => join(bench, `${name}.ts`)), ...globSync(`${bench}/support/*.ts`)],
    outdir: built,
    outbase: bench,
    bundle: true,
    splitting: true,
    packages: 'external',
    plugins: [ownProtocol],
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    loader: { '.md': 'text' },
    logLevel: 'warning',
  })
}

/** The tables of one benchmark. */
function run(name) {
  const child = fork(join(built, 'support', 'child.js'), [join(built, `${name}.js`)], {
    cwd: dirname(bench),
    execArgv: ['--expose-gc'],
  })
  return new Promise((done, fail) => {
    let tables
    child.on('message', message => {
      tables = message
    })
    child.on('exit', code => (tables && code === 0 ? done(tables) : fail(new Error(`${name} ended with ${code}`))))
  })
}

function machine() {
  const date = new Date().toISOString().slice(0, 10)
  return `${date}, Node ${process.version}, ${cpus()[0]?.model.trim() ?? 'unknown'}, ${cpus().length} cores`
}

function render({ caption, columns, rows }) {
  const cells = [
    columns,
    columns.map((_, index) => (index === 0 ? '---' : '---:')),
    ...rows.map(row => row.map(String)),
  ]
  return [`${caption}`, '', ...cells.map(row => `| ${row.join(' | ')} |`)].join('\n')
}

/** Replaces the section of one benchmark in bench/FIGURES.md. */
function keep(name, section) {
  const path = join(bench, 'FIGURES.md')
  const before = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const sections = new Map(
    before
      .split(/^## /m)
      .slice(1)
      .map(text => [text.slice(0, text.indexOf('\n')).trim(), text.slice(text.indexOf('\n')).trim()]),
  )
  sections.set(name, section)
  const parts = [...sections].sort(([a], [b]) => (a < b ? -1 : 1)).map(([title, text]) => `## ${title}\n\n${text}`)
  const head =
    '# Figures\n\nThe latest run of each benchmark, written by `npm run bench`. Times vary by machine; ratios less.'
  writeFileSync(path, `${[head, ...parts].join('\n\n')}\n`)
}
