import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { folderWith, stroma } from './support.ts'

const OBO = `format-version: 1.2
data-version: 2026-01-01
ontology: cl

[Term]
id: CL:0000057
name: fibroblast
synonym: "fibrocyte of tissue" EXACT []

[Term]
id: CL:0000066
name: epithelial cell
`

describe('stroma lexicon', () => {
  it('checks lexicons and says how large they are', async () => {
    const { status, out } = await stroma(folderWith({ 'cl.obo': OBO }), ['lexicon', 'check', 'cl.obo'])
    assert.equal(status, 0)
    assert.match(out, /^cl\.obo: obo, “.*”.*, 2 concepts, 3 surface forms\n$/)
  })

  it('ends with 1 where something is wrong, and says where', async () => {
    const pack =
      '{\n  "schemaVersion": 1, "id": "own", "title": "Own", "version": "1", "licence": "CC0",\n  "concepts": [{ "id": "a" }]\n}\n'
    const { status, err } = await stroma(folderWith({ 'own.json': pack }), ['lexicon', 'check', 'own.json'])
    assert.equal(status, 1)
    assert.match(err, /^own\.json:3:\d+: The concept “a” has no `label`/)
  })

  it('makes a pack that reads back without a problem', async () => {
    const folder = folderWith({ 'cl.obo': OBO })
    assert.equal((await stroma(folder, ['lexicon', 'import', 'cl.obo', '--output', 'cl.json'])).status, 0)
    const { concepts } = JSON.parse(readFileSync(join(folder, 'cl.json'), 'utf8'))
    assert.deepEqual(
      concepts.map(({ id, label }: Record<string, string>) => [id, label]),
      [
        ['CL:0000057', 'fibroblast'],
        ['CL:0000066', 'epithelial cell'],
      ],
    )
    const { status, out, err } = await stroma(folder, ['lexicon', 'check', 'cl.json'])
    assert.deepEqual([status, err], [0, ''])
    assert.match(out, /2 concepts, 3 surface forms/)
  })

  for (const [args, message] of [
    [[], '“stroma lexicon” needs to know what to do. It is one of check, import, build.'],
    [['chek', 'x'], '“stroma lexicon” needs to know what to do. Did you mean “stroma lexicon check”?'],
    [['check'], '“stroma lexicon check” needs a lexicon.'],
    [['check', 'none.obo'], '“none.obo” was not found.'],
  ] as const) {
    it(`ends with 2 on “${args.join(' ')}”`, async () => {
      const { status, out, err } = await stroma(folderWith({}), ['lexicon', ...args])
      assert.deepEqual({ status, out, err }, { status: 2, out: '', err: `stroma: ${message}\n` })
    })
  }
})
