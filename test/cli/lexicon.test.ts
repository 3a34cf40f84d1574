import assert from 'node:assert/strict'
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
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

  it('makes one index of several, which serves as they do', async () => {
    const folder = folderWith({
      'cl.obo': OBO,
      'own.csv': 'label,synonyms\nrare cell,RC\n',
      'paper.md': 'A fibroblast met a rare cell.\n',
      '.stroma.yaml': 'lexicons: [built/lexicon.stromaidx]\n',
    })
    const built = await stroma(folder, ['lexicon', 'build', 'cl.obo', 'own.csv', '--to', 'built/lexicon.stromaidx'])
    assert.equal(built.status, 0)
    assert.match(
      built.err,
      /^cl\.obo: “cl” 2026-01-01, licence unknown, 2 concepts, 3 surface forms\nown\.csv: .*\nbuilt\/lexicon\.stromaidx: 2 packs, 3 concepts, 5 surface forms, \d+\.\d MB, in \d+\.\d s with \d+ MB of memory at most\.\n/,
    )
    const { out } = await stroma(folder, ['inspect', '--json', 'paper.md'])
    assert.deepEqual(
      JSON.parse(out).files[0].mentions.map(({ concept }: Record<string, string>) => concept),
      ['CL:0000057', 'rare-cell'],
    )
    const checked = await stroma(folder, ['lexicon', 'check', 'built/lexicon.stromaidx'])
    assert.equal(checked.status, 0)
    assert.match(
      checked.out,
      /index of 2 packs, 3 concepts, 5 surface forms\n {2}cl: “cl” 2026-01-01, .*\n {2}own: .*\n {2}categories: CL, concept\n$/,
    )

    writeFileSync(join(folder, 'own.csv'), 'label\nrare cell\nrarer cell\n')
    utimesSync(join(folder, 'own.csv'), new Date(), new Date(Date.now() + 5000))
    const stale = await stroma(folder, ['lexicon', 'check', 'built/lexicon.stromaidx'])
    assert.equal(stale.status, 1)
    assert.match(
      stale.err,
      /“\.\.\/own\.csv” has changed since “lexicon\.stromaidx” was built.*stroma lexicon build \.\.\/cl\.obo \.\.\/own\.csv --to lexicon\.stromaidx\n$/,
    )
    const linted = await stroma(folder, ['lint', '--no-progress', 'paper.md'])
    assert.equal(linted.status, 0)
    assert.match(linted.err, /\.stroma\.yaml:1:12: “\.\.\/own\.csv” has changed/)
  })

  it('writes no index when a lexicon cannot be read', async () => {
    const folder = folderWith({ 'cl.obo': OBO, 'empty.obo': 'format-version: 1.2\n\n[Term]\nid: X:1\n' })
    for (const [file, message] of [
      ['none.obo', /“none\.obo” was not found/],
      ['empty.obo', /“empty\.obo” has no concept that could be used/],
    ] as const) {
      const { status, err } = await stroma(folder, ['lexicon', 'build', 'cl.obo', file, '--to', 'l.stromaidx'])
      assert.equal(status, 2)
      assert.match(err, message)
      assert.equal(existsSync(join(folder, 'l.stromaidx')), false)
    }
  })

  it('says of a lexicon that nothing in it serves', async () => {
    const folder = folderWith({ 'ids.obo': 'format-version: 1.2\n\n[Term]\nid: X:1\n' })
    for (const [action, expected] of [
      ['check', 1],
      ['import', 2],
    ] as const) {
      const { status, err } = await stroma(folder, ['lexicon', action, 'ids.obo'])
      assert.deepEqual([status, err], [expected, 'stroma: “ids.obo” has no concept that could be used.\n'])
    }
  })

  it('says of an index that cannot be used what to do', async () => {
    const folder = folderWith({ 'l.stromaidx': 'STROMALX' })
    const { status, err } = await stroma(folder, ['lexicon', 'check', 'l.stromaidx'])
    assert.deepEqual([status, err], [2, 'stroma: “l.stromaidx” is not a lexicon index.\n'])
  })

  it('says which character is not UTF-8 in a file that is, and reads the others as such', async () => {
    const csv = ['label,definition\nMüller cell,ä\nβ cell,ö\n', 'na\xefve cell,b\n']
    const folder = folderWith({ 'own.csv': Buffer.concat([Buffer.from(csv[0]!), Buffer.from(csv[1]!, 'latin1')]) })
    const { err } = await stroma(folder, ['lexicon', 'check', 'own.csv'])
    assert.equal(
      err,
      'own.csv:4:3: Nearly all of this file is in UTF-8, but this character is not; it was read as “ï”. Write it anew and save the file as UTF-8.\n',
    )
  })

  it('says where a file is not UTF-8, and uses the rest', async () => {
    const folder = folderWith({ 'own.csv': Buffer.from('label,definition\nrare cell,a\nna\xefve cell,b\n', 'latin1') })
    const { status, out, err } = await stroma(folder, ['lexicon', 'check', 'own.csv'])
    assert.equal(status, 1)
    assert.equal(
      err,
      'own.csv:3:3: This file is not in UTF-8; from here on it was read as Windows-1252. Save it as UTF-8.\n',
    )
    assert.match(out, /2 concepts/)
  })

  for (const [args, message] of [
    [[], '“stroma lexicon” needs to know what to do. It is one of check, import, build.'],
    [['chek', 'x'], '“stroma lexicon” needs to know what to do. Did you mean “stroma lexicon check”?'],
    [['check'], '“stroma lexicon check” needs a lexicon.'],
    [['check', 'none.obo'], '“none.obo” was not found.'],
    [['build', 'x.obo'], '“stroma lexicon build” needs to know what to write. Add “--to lexicon.stromaidx”.'],
    [['build', 'x.obo', '--to', 'x.json'], 'An index is told by its ending: call it “x.stromaidx”.'],
  ] as const) {
    it(`ends with 2 on “${args.join(' ')}”`, async () => {
      const { status, out, err } = await stroma(folderWith({}), ['lexicon', ...args])
      assert.deepEqual({ status, out, err }, { status: 2, out: '', err: `stroma: ${message}\n` })
    })
  }
})
