import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { folderWith, stroma } from '../support.ts'

const rules = async (folder: string, ...args: string[]) => {
  const { out } = await stroma(folder, ['lint', '--format', 'json', ...args])
  return JSON.parse(out).files.flatMap(({ findings }: { findings: { rule: string }[] }) =>
    findings.map(({ rule }) => rule),
  )
}

describe('stroma lint --baseline', () => {
  it('leaves out what was there before, wherever it has moved, and reports what is new', async () => {
    const folder = folderWith({ 'part/a.md': '[^x] [^x]\n' })
    const update = await stroma(folder, ['lint', '--update-baseline'])
    assert.equal(update.status, 0)
    assert.equal(update.out, '')
    assert.match(update.err, /Wrote 2 findings to \.stroma-baseline\.json\./)
    const args = ['--baseline', '.stroma-baseline.json']
    writeFileSync(join(folder, 'part/a.md'), 'More text.\n\n[^x] and [^x]\n')
    assert.deepEqual(await rules(folder, ...args), [])
    assert.equal((await stroma(folder, ['lint', ...args])).status, 0)
    writeFileSync(join(folder, 'part/a.md'), '[^x] [^x] [^x] [^y]\n')
    assert.deepEqual(await rules(folder, ...args), ['undefined-footnote', 'undefined-footnote'])
    assert.equal((await stroma(folder, ['lint', ...args])).status, 1)
  })

  it('covers warnings, and names what is no longer there', async () => {
    const folder = folderWith({ 'a.md': '[^x] [^y]\n' })
    const args = ['--rule', 'undefined-footnote=warning', '--max-warnings', '0', '--baseline', 'known.json']
    await stroma(folder, ['lint', '--update-baseline', ...args])
    assert.equal((await stroma(folder, ['lint', ...args])).status, 0)
    writeFileSync(join(folder, 'a.md'), '[^x]\n')
    const { status, err } = await stroma(folder, ['lint', ...args])
    assert.equal(status, 0)
    assert.match(err, /The baseline knows 1 finding of undefined-footnote in a\.md that is no longer there\./)
    await stroma(folder, ['lint', '--update-baseline', ...args])
    assert.doesNotMatch((await stroma(folder, ['lint', ...args])).err, /no longer/)
  })

  it('is the same file whatever the working directory, and keeps what it says of files not checked', async () => {
    const folder = folderWith({ 'a.md': '[^x]\n', 'part/b.md': '[^y]\n' })
    await stroma(folder, ['lint', '--update-baseline'])
    const before = readFileSync(join(folder, '.stroma-baseline.json'), 'utf8')
    const args = ['lint', '--baseline', '../.stroma-baseline.json']
    assert.equal((await stroma(join(folder, 'part'), args)).status, 0)
    await stroma(join(folder, 'part'), [...args, '--update-baseline'])
    assert.equal(readFileSync(join(folder, '.stroma-baseline.json'), 'utf8'), before)
  })

  it('ends with 2 on a file that is no baseline', async () => {
    const folder = folderWith({
      'a.md': '',
      'x.json': '{"version":1,"files":{"a.md":{"r":{"h":"many"}}}}',
      'y.json': '[',
    })
    for (const name of ['x.json', 'y.json']) {
      const { status, err } = await stroma(folder, ['lint', '--baseline', name])
      assert.equal(status, 2)
      assert.match(err, /is not a baseline of Stroma/)
    }
  })
})
