import assert from 'node:assert/strict'
import { prepareRename, rename } from '../../src/features/rename.ts'
import { subjectAt } from '../../src/features/subject.ts'
import { applyEdits } from '../../src/text/edit.ts'
import { open, ROOT } from '../support/fixture.ts'

/** The files that a rename at the cursor changes, as they are afterwards; or why it was refused. */
async function renamed(fixture: string, newName: string): Promise<Record<string, string> | string> {
  const { workspace, files, uri, offset } = open(fixture)
  const textOf = (uri: string) => files.texts.get(uri)
  const manuscripts = [...files.texts.keys()].filter(name => name.endsWith('.md'))
  const others = await Promise.all(manuscripts.map(name => workspace.analysis(name)))
  const analysis = await workspace.analysis(uri)
  const made = rename(analysis, subjectAt(analysis, offset), newName, others, textOf)
  if ('refusal' in made) return made.refusal
  return Object.fromEntries(
    [...made.edits].map(([uri, edits]) => [uri.slice(ROOT.length), applyEdits(textOf(uri)!, edits).text]),
  )
}

const FILES = (text: string) => `//- refs.bib
@misc{smith2020, title = {A}}
@misc{doe2019, title = {B}}
//- other.md
---
bibliography: refs.bib
---
@smith2020 and \`@smith2020\`.
//- paper.md
---
bibliography: refs.bib
---
${text}`

describe('rename', () => {
  it('changes a citekey in every manuscript and in its bibliography, and in no code', async () => {
    assert.deepEqual(await renamed(FILES('See [@smi<|>th2020; @doe2019; -@smith2020].\n'), 'smith2021'), {
      'paper.md': '---\nbibliography: refs.bib\n---\nSee [@smith2021; @doe2019; -@smith2021].\n',
      'other.md': '---\nbibliography: refs.bib\n---\n@smith2021 and `@smith2020`.\n',
      'refs.bib': '@misc{smith2021, title = {A}}\n@misc{doe2019, title = {B}}\n',
    })
  })

  it('changes a citekey in the captions of chunks, behind escapes and comment signs', async () => {
    const chunk = (key: string): string =>
      `\`\`\`{r}\n#| fig-cap: "Cells \\"here\\" [@${key}]"\n#| tbl-cap: >\n#|   As [see\n#|   @${key}]\nplot("@smith2020")\n\`\`\`\n`
    const head = '---\nbibliography: refs.bib\n---\n'
    const text = `//- refs.bib\n@misc{smith2020, title = {A}}\n//- paper.qmd\n${head}${chunk('smith2020')}As in [@smi<|>th2020].\n`
    assert.deepEqual(await renamed(text, 'smith2021'), {
      'paper.qmd': `${head}${chunk('smith2021')}As in [@smith2021].\n`,
      'refs.bib': '@misc{smith2021, title = {A}}\n',
    })
  })

  it('leaves what another project calls by the same name alone', async () => {
    const files = await renamed(
      `//- theirs.bib
@misc{smith2020, title = {C}}
//- theirs.md
---
bibliography: theirs.bib
---
# A {#sec:one}

@smith2020 and @sec:one
${FILES('[@smi<|>th2020] {#sec:one}').trimStart()}`,
      'smith2021',
    )
    assert.deepEqual(Object.keys(files).sort(), ['other.md', 'paper.md', 'refs.bib'])
    const label = await renamed(
      '//- other.md\n# A {#sec:one}\n//- paper.md\n# A {#sec:one}\n\n@sec:o<|>ne\n',
      'sec:two',
    )
    assert.deepEqual(Object.keys(label), ['paper.md'])
  })

  it('changes commands of TeX as well', async () => {
    const files = await renamed(FILES('As [@smi<|>th2020] and \\citep[p. 3]{doe2019, smith2020} say.\n'), 's20')
    assert.match(
      (files as Record<string, string>)['paper.md']!,
      /As \[@s20\] and \\citep\[p\. 3\]\{doe2019, s20\} say\./,
    )
    assert.equal(typeof (await renamed(FILES('As \\cite{smi<|>th2020}.\n'), 's20')), 'object')
  })

  it('changes where other entries name the one that they take fields from', async () => {
    const bib = (key: string) => `@proceedings{${key}, title = {P}}
@inproceedings{a, crossref = {${key}}, title = {smith2020}}
@book{b, xdata = "x, ${key}", title = {B}}
`
    const files = await renamed(
      `//- refs.bib\n${bib('smith2020')}//- paper.md\n---\nbibliography: refs.bib\n---\n@smi<|>th2020\n`,
      'p2020',
    )
    assert.equal((files as Record<string, string>)['refs.bib'], bib('p2020'))
  })

  it('adds braces to a key that needs them', async () => {
    const files = await renamed(FILES('See [@smi<|>th2020] and @{smith2020}.\n'), 'smith:')
    assert.match((files as Record<string, string>)['paper.md']!, /See \[@\{smith:\}\] and @\{smith:\}\./)
  })

  it('refuses a key that exists, and one that no bibliography can hold', async () => {
    assert.match(String(await renamed(FILES('[@smi<|>th2020]'), 'doe2019')), /already/)
    assert.match(String(await renamed(FILES('[@smi<|>th2020]'), 'smith 2020')), /cannot be a citekey/)
    assert.match(String(await renamed(FILES('[@smi<|>th2020]'), '')), /empty/)
  })

  it('changes a label with its references, and a footnote with its marks', async () => {
    const label = await renamed('//- paper.md\n# A {#sec:one}\n\nSee @sec:o<|>ne.\n', 'sec:two')
    assert.deepEqual(label, { 'paper.md': '# A {#sec:two}\n\nSee @sec:two.\n' })
    const note = await renamed('//- paper.md\nA.[^o<|>ne]\n\n[^one]: B.\n', 'two')
    assert.deepEqual(note, { 'paper.md': 'A.[^two]\n\n[^two]: B.\n' })
  })

  it('changes an abbreviation in singular and plural, and in the metadata', async () => {
    const fixture = (at: string) => `//- paper.md
---
abstract: Circulating tumor cells (CTCs) leave.
---
Circulating tumor cells (CTCs) leave. ${at} stays, as a *CTC*'s fate and CTC-derived cells show; \`CTC\`.
`
    const changed = `---
abstract: Circulating tumor cells (CiTCs) leave.
---
Circulating tumor cells (CiTCs) leave. A CiTC stays, as a *CiTC*'s fate and CiTC-derived cells show; \`CTC\`.
`
    assert.deepEqual(await renamed(fixture('A C<|>TC'), 'CiTC'), { 'paper.md': changed })
    assert.deepEqual(await renamed(fixture('A CTC<|>'), 'CiTCs'), { 'paper.md': changed })
  })

  it('gives no abbreviation the name of another one', async () => {
    const fixture = '//- paper.md\nThe extracellular matrix (ECM) and tumor cells (TCs). An E<|>CM.\n'
    assert.equal(await renamed(fixture, 'TC'), '“TC” abbreviates something else already.')
  })

  it('leaves another abbreviation alone that holds the one', async () => {
    assert.deepEqual(
      await renamed('//- paper.md\nInstability (INS) and INS-high (INS-H). An IN<|>S, an INS-H, an INS-L.\n', 'IST'),
      { 'paper.md': 'Instability (IST) and IST-high (INS-H). An IST, an INS-H, an IST-L.\n' },
    )
    assert.deepEqual(
      await renamed('//- paper.md\nInstability (INS) and INS-high (INS-H). An INS, an IN<|>S-H, an INS-L.\n', 'ISH'),
      { 'paper.md': 'Instability (INS) and INS-high (ISH). An INS, an ISH, an INS-L.\n' },
    )
  })

  it('changes an abbreviation wherever it stands as a word', async () => {
    const files = await renamed('//- paper.md\nThe extracellular matrix (ECM). The E<|>CM, no ECMx.\n', 'EM')
    assert.deepEqual(files, { 'paper.md': 'The extracellular matrix (EM). The EM, no ECMx.\n' })
  })

  it('is refused where there is nothing with a name, and for the list that Stroma ships', async () => {
    const { analysis, offset } = open('//- paper.md\nPlain te<|>xt.\n')
    const known = await analysis()
    assert.ok('refusal' in prepareRename(known, subjectAt(known, offset), () => undefined))
  })
})
