import assert from 'node:assert/strict'
import { fileReport, write } from './report.ts'

const only = (whole: string, about: string) => {
  const { start, end } = JSON.parse(write('json', fileReport('paper.md', whole, [{ about, message: '' }]))).files[0]
    .findings[0]
  return [start, end]
}

describe('the json format', () => {
  it('has the shape that other tools rely on', () => {
    const fix = { title: 'Cite “b” instead', safe: false, edits: [{ span: { start: 6, end: 7 }, newText: 'b' }] }
    const file = fileReport('paper.md', 'See [@a].', [{ about: '@a', message: 'No reference.', fixes: [fix] }])
    assert.deepEqual(JSON.parse(write('json', file)), {
      version: 1,
      files: [
        {
          path: 'paper.md',
          findings: [
            {
              rule: 'unresolved-citation',
              severity: 'error',
              message: 'No reference.',
              start: { line: 1, column: 6, offset: 5 },
              end: { line: 1, column: 8, offset: 7 },
              fixes: [
                {
                  title: 'Cite “b” instead',
                  safe: false,
                  edits: [
                    {
                      start: { line: 1, column: 7, offset: 6 },
                      end: { line: 1, column: 8, offset: 7 },
                      newText: 'b',
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
      summary: { files: 1, errors: 1, warnings: 0, infos: 0 },
    })
  })

  for (const [name, text, start] of [
    ['UNIX line ends', 'α\n[@a]', { line: 2, column: 2, offset: 3 }],
    ['Windows line ends', 'α\r\n[@a]', { line: 2, column: 2, offset: 4 }],
    ['lone carriage returns', 'α\r[@a]', { line: 2, column: 2, offset: 3 }],
    ['emoji, in UTF-16 units', '🧫 [@a]', { line: 1, column: 5, offset: 4 }],
    ['a byte order mark as one', '\ufeff[@a]', { line: 1, column: 3, offset: 2 }],
    ['a byte order mark on the first line only', '\ufeffα\n[@a]', { line: 2, column: 2, offset: 4 }],
  ] as const) {
    it(`counts ${name}`, () => {
      const end = { ...start, column: start.column + 2, offset: start.offset + 2 }
      assert.deepEqual(only(text, '@a'), [start, end])
    })
  }

  it('counts findings by severity', () => {
    const found = (['error', 'warning', 'warning', 'info'] as const).map(severity => ({
      about: 'x',
      message: '',
      severity,
    }))
    const { summary } = JSON.parse(write('json', fileReport('a.md', 'x', found), fileReport('b.md', '', [])))
    assert.deepEqual(summary, { files: 2, errors: 1, warnings: 2, infos: 1 })
  })
})
