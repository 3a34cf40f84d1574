import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { globSync } from 'tinyglobby'

/** Which folders of `src` a folder may import from, besides itself. The order is the ladder. */
const LADDER: Record<string, readonly string[]> = {
  text: [],
  settings: [],
  manuscript: ['text'],
  bibliography: ['text'],
  lexicon: ['text'],
  analysis: ['text', 'settings', 'manuscript', 'bibliography', 'lexicon'],
  rules: ['text', 'settings', 'manuscript', 'bibliography', 'lexicon', 'analysis'],
  features: ['text', 'settings', 'manuscript', 'bibliography', 'lexicon', 'analysis'],
  config: ['text', 'settings', 'manuscript', 'bibliography', 'lexicon', 'analysis', 'rules'],
  workspace: ['text', 'settings', 'manuscript', 'bibliography', 'lexicon', 'analysis', 'rules', 'features', 'config'],
  server: [
    'text',
    'settings',
    'manuscript',
    'bibliography',
    'lexicon',
    'analysis',
    'rules',
    'features',
    'config',
    'workspace',
  ],
  cli: [
    'text',
    'settings',
    'manuscript',
    'bibliography',
    'lexicon',
    'analysis',
    'rules',
    'features',
    'config',
    'workspace',
    'server',
  ],
  generate: [
    'text',
    'settings',
    'manuscript',
    'bibliography',
    'lexicon',
    'analysis',
    'rules',
    'features',
    'config',
    'workspace',
  ],
  extension: ['config'],
}

/** Which folders may use a package; a package that no line names may be used anywhere. */
const PACKAGES: readonly [RegExp, readonly string[]][] = [
  [/^(unified|remark-|mdast|micromark|unist|vfile)/, ['manuscript']],
  [/^@citeproc-rs/, ['workspace']],
  [/^node:fs/, ['workspace', 'cli', 'generate']],
  [/^node:/, ['workspace', 'server', 'cli', 'generate', 'extension']],
  [/^vscode-languageserver/, ['server']],
  [/^vscode-languageclient/, ['extension']],
  [/^vscode$/, ['extension']],
]

const imports = (source: string): string[] =>
  [
    ...source.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"\n]*?(?:\{[^}]*\})?[^'"\n]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g,
    ),
  ].map(found => (found[1] ?? found[2])!)

describe('architecture', () => {
  const files = globSync('src/**/*.ts').map(path => path.replaceAll('\\', '/'))

  it('has files to look at', () => assert.ok(files.length > 10))

  for (const file of files) {
    const folder = file.split('/')[1]!
    const found = imports(readFileSync(file, 'utf8'))

    it(`${file} keeps to the import ladder`, () => {
      assert.ok(folder in LADDER, `src/${folder} has no place on the ladder`)
      for (const path of found.filter(path => path.startsWith('.'))) {
        const target = normalize(join(dirname(file), path)).replaceAll('\\', '/')
        const [top, other] = target.split('/')
        if (top !== 'src') continue
        assert.ok(other === folder || LADDER[folder]!.includes(other!), `${folder} may not import ${target}`)
        assert.ok(
          !(folder === 'cli' && other === 'server') || file.includes('commands/server'),
          'only `stroma server` may import the server',
        )
      }
    })

    it(`${file} keeps to the package ladder`, () => {
      for (const name of found.filter(path => !path.startsWith('.'))) {
        const allowed = PACKAGES.find(([pattern]) => pattern.test(name))?.[1]
        assert.ok(!allowed || allowed.includes(folder), `${folder} may not use ${name}`)
      }
    })
  }

  it('keeps every source file under 300 lines', () => {
    const long = files.filter(file => readFileSync(file, 'utf8').split('\n').length > 300)
    assert.deepEqual(long, [])
  })
})
