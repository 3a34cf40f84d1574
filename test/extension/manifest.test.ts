import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import packageJson from '../../package.json' with { type: 'json' }
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../../src/features/semantic-tokens.ts'

const { contributes } = packageJson

describe('the manifest', () => {
  it('declares every kind of semantic token that the server may send, and gives each a colour', () => {
    assert.deepEqual(
      contributes.semanticTokenTypes.map(({ id }) => id),
      TOKEN_TYPES,
    )
    assert.deepEqual(
      contributes.semanticTokenModifiers.map(({ id }) => id),
      TOKEN_MODIFIERS,
    )
    for (const { language, scopes } of contributes.semanticTokenScopes) {
      for (const type of TOKEN_TYPES) assert.ok(type in scopes, `${type} has no colour in ${language}`)
    }
  })

  it('names only files that are there', () => {
    const named = [
      packageJson.icon,
      ...contributes.grammars.map(({ path }) => path),
      ...contributes.snippets.map(({ path }) => path),
      ...contributes.languages.map(({ configuration }) => configuration),
      ...contributes.jsonValidation.map(({ url }) => url),
      ...contributes.yamlValidation.map(({ url }) => url),
    ]
    assert.deepEqual(
      named.filter(path => !existsSync(path)),
      [],
    )
  })

  it('offers every command that the extension registers, and no other', () => {
    const source = globSync('src/extension/*.ts')
      .map(path => readFileSync(path, 'utf8'))
      .join('\n')
    const registered = [...source.matchAll(/registerCommand\('([^']+)'/g)].map(found => found[1])
    assert.deepEqual(contributes.commands.map(({ command }) => command).sort(), registered.sort())
  })

  it('has at most ten keywords', () => assert.ok(packageJson.keywords.length <= 10))
})

describe('snippets', () => {
  for (const path of globSync('snippets/*.json')) {
    it(`${path} has a body, a prefix and a description for each, and no prefix twice`, () => {
      const snippets: Record<string, { prefix: string | string[]; body: string[]; description: string }> = JSON.parse(
        readFileSync(path, 'utf8'),
      )
      const prefixes = Object.values(snippets).flatMap(({ prefix }) => prefix)
      assert.equal(new Set(prefixes).size, prefixes.length)
      for (const { body, description } of Object.values(snippets)) {
        assert.ok(description.length > 0)
        assert.ok(body.join('\n').includes('$0'), 'the cursor has to end somewhere')
      }
    })
  }
})
