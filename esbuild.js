// Builds every program of the project: `node esbuild.js [tests] [--production] [--watch]`.
import { chmodSync, cpSync, rmSync, writeFileSync } from 'node:fs'
import { build, context } from 'esbuild'
import { globSync } from 'tinyglobby'

const production = process.argv.includes('--production')
const watch = process.argv.includes('--watch')
const tests = process.argv.includes('tests')

const common = {
  bundle: true,
  logLevel: 'warning',
  minify: production,
  sourcemap: production ? false : 'linked',
  loader: { '.md': 'text' },
}

/** CommonJS dependencies inside an ES module bundle need a `require` of their own. */
const requireBanner = {
  js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
}

const node = { ...common, platform: 'node', target: 'node20.19', format: 'esm', banner: requireBanner }

/**
 * The engine of citation styles stays as its package has it, with its WebAssembly beside it: it is loaded when someone
 * looks at a reference of a manuscript with a style. `at` is the folder as seen from the program.
 */
const engineIn = at => ({
  name: 'citation-engine',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^@citeproc-rs\/wasm$/ }, () => ({ path: `${at}/citeproc_rs_wasm.js`, external: true })),
})

function copyEngine() {
  const isUsed = path => !path.endsWith('.d.ts')
  cpSync('node_modules/@citeproc-rs/wasm/_cjs', 'dist/citation-engine', { recursive: true, filter: isUsed })
  writeFileSync('dist/citation-engine/package.json', '{ "type": "commonjs" }\n')
}

/** What ships: the extension and its server for VS Code, and the command line. */
const programs = [
  {
    ...common,
    platform: 'node',
    target: 'node20.18',
    format: 'cjs',
    entryPoints: ['src/extension/main.ts'],
    external: ['vscode'],
    outfile: 'dist/extension.cjs',
  },
  {
    ...common,
    platform: 'node',
    target: 'node20.18',
    format: 'cjs',
    entryPoints: ['src/server/main.ts'],
    outfile: 'dist/server.cjs',
    plugins: [engineIn('./citation-engine')],
    // Where the file is, it knows from `__filename`.
    logOverride: { 'empty-import-meta': 'silent' },
  },
  {
    ...node,
    entryPoints: { stroma: 'src/cli/main.ts' },
    outdir: 'dist',
    splitting: true,
    chunkNames: 'cli/[name]-[hash]',
    plugins: [engineIn('../citation-engine')],
    banner: { js: `#!/usr/bin/env node\n${requireBanner.js}` },
  },
]

const development = [{ ...node, entryPoints: { generate: 'src/generate/main.ts' }, outdir: 'dist' }]

const testing = [
  {
    ...node,
    entryPoints: globSync(['test/**/*.ts'], { ignore: ['test/vscode/**'] }),
    outdir: 'dist/test',
    outbase: 'test',
    packages: 'external',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    banner: {},
  },
  {
    ...common,
    platform: 'node',
    target: 'node20.18',
    format: 'cjs',
    entryPoints: globSync(['test/vscode/suite/**/*.ts']),
    outdir: 'dist/test',
    outbase: 'test',
    outExtension: { '.js': '.cjs' },
    external: ['vscode', 'mocha'],
  },
]

const wanted = tests ? [...programs, ...development, ...testing] : production ? programs : [...programs, ...development]

if (watch) {
  for (const options of wanted) await (await context(options)).watch()
  copyEngine()
} else {
  rmSync('dist', { recursive: true, force: true })
  await Promise.all(wanted.map(options => build(options)))
  copyEngine()
  chmodSync('dist/stroma.js', 0o755)
}
