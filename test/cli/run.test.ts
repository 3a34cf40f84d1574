import assert from 'node:assert/strict'
import { version } from '../../package.json'
import { folderWith, spawned, stroma } from './support.ts'

describe('the command line', () => {
  it('prints its version', async () => {
    const outcome = await spawned(folderWith({}), ['--version'])
    assert.deepEqual(outcome, { status: 0, out: `${version}\n`, err: '' })
  })

  it('prints its help to standard output when asked', async () => {
    const { status, out, err } = await stroma('.', ['--help'])
    assert.equal(status, 0)
    assert.match(out, /Usage: stroma COMMAND/)
    assert.equal(err, '')
  })

  it('prints its help to standard error when it was given nothing to do', async () => {
    const { status, out, err } = await stroma('.', [])
    assert.equal(status, 2)
    assert.equal(out, '')
    assert.match(err, /Usage: stroma COMMAND/)
  })

  it('prints the help of a command, in both ways of asking', async () => {
    const { status, out } = await stroma('.', ['explain', '--help'])
    assert.equal(status, 0)
    assert.match(out, /^Say why a rule is there.*\n\nUsage: stroma explain \[RULE…\]/)
    assert.equal((await stroma('.', ['help', 'explain'])).out, out)
  })

  it('proposes the command that was meant', async () => {
    const { status, err } = await stroma('.', ['explan'])
    assert.equal(status, 2)
    assert.equal(err, 'stroma: There is no command “explan”. Did you mean “stroma explain”?\n')
  })

  it('proposes the option that was meant', async () => {
    const { status, err } = await stroma('.', ['init', '--hlp'])
    assert.equal(status, 2)
    assert.equal(err, 'stroma: There is no option --hlp. Did you mean --help?\n')
  })
})
