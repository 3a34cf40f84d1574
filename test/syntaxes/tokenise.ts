import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import oniguruma from 'vscode-oniguruma'
import textmate from 'vscode-textmate'
import packageJson from '../../package.json' with { type: 'json' }
import type { Span } from '../../src/text/span.ts'

const require = createRequire(import.meta.url)

/** The grammars that VS Code lays under Stroma's own, from the collection that carries them. */
const BASE = new Map([
  ['text.html.markdown', 'markdown'],
  ['text.html.derivative', 'html-derivative'],
  ['text.html.basic', 'html'],
  ['source.yaml', 'yaml'],
])

export interface Token extends Span {
  readonly text: string
}

/** Tokenises as VS Code does, with Stroma's injections; `scope` picks the tokens to give back. */
export async function tokensOf(text: string, root: string, scope: string): Promise<Token[]> {
  const grammar = (await (await registry).loadGrammar(root))!
  const tokens: Token[] = []
  let stack = textmate.INITIAL
  let offset = 0
  for (const line of text.split('\n')) {
    const result = grammar.tokenizeLine(line, stack)
    for (const { startIndex, endIndex, scopes } of result.tokens) {
      if (!scopes.includes(scope)) continue
      const start = offset + startIndex
      const end = offset + Math.min(endIndex, line.length)
      const before = tokens.at(-1)
      if (before?.end === start) tokens[tokens.length - 1] = token(text, before.start, end)
      else tokens.push(token(text, start, end))
    }
    stack = result.ruleStack
    offset += line.length + 1
  }
  return tokens
}

const token = (text: string, start: number, end: number): Token => ({ start, end, text: text.slice(start, end) })

const registry = (async () => {
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'))
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength))
  const own = packageJson.contributes.grammars
  return new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: sources => new oniguruma.OnigScanner(sources),
      createOnigString: text => new oniguruma.OnigString(text),
    }),
    async loadGrammar(scopeName) {
      const path = own.find(grammar => grammar.scopeName === scopeName)?.path
      const base = BASE.get(scopeName)
      if (!path && !base) return null
      const file = path ?? require.resolve(`tm-grammars/grammars/${base}.json`)
      return textmate.parseRawGrammar(readFileSync(file, 'utf8'), `${scopeName}.json`)
    },
    getInjections: scopeName =>
      own.flatMap(grammar =>
        'injectTo' in grammar && grammar.injectTo?.includes(scopeName) ? [grammar.scopeName] : [],
      ),
  })
})()
