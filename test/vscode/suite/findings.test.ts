import assert from 'node:assert/strict'
import { Range, workspace } from 'vscode'
import { clean, eventually, fileUri, findingOf, findings, fixesAt, manuscript, open, write } from './support.ts'

describe('findings', () => {
  it('underline a citation of nothing, and go when the author corrects it', async () => {
    const editor = await open('corrected.md', manuscript('Clusters seed metastases [@acetto2014].'))
    const { document } = editor
    const finding = await eventually('the finding', () => findingOf(document.uri, 'unresolved-citation'))
    assert.equal(document.getText(finding.range).replace('@', ''), 'acetto2014')
    assert.deepEqual(findings(document.uri).length, 1)

    await editor.edit(edit => edit.replace(new Range(finding.range.start, finding.range.end), '@aceto2014'))
    await clean(document.uri)
  })

  it('offer the reference that was meant, and go with it', async () => {
    const { document } = await open('fixed.md', manuscript('Clusters seed metastases [@acetto2014].'))
    const finding = await eventually('the finding', () => findingOf(document.uri, 'unresolved-citation'))
    const fixes = await fixesAt(document.uri, finding)
    const fix = fixes.find(({ title }) => /^Cite .aceto2014. instead$/.test(title))
    assert.ok(fix?.edit, `offered were: ${fixes.map(({ title }) => title).join(', ')}`)

    await workspace.applyEdit(fix.edit)
    assert.match(document.getText(), /\[@aceto2014\]/)
    await clean(document.uri)
  })

  it('go when the reference is added to the bibliography', async () => {
    await write('growing.bib', '@book{weinberg2013, author = {Weinberg, Robert}, title = {The Biology of Cancer}}\n')
    const { document } = await open('growing.md', manuscript('[@weinberg2013; @paget1889]', 'growing.bib'))
    await eventually('the finding', () => findingOf(document.uri, 'unresolved-citation'))

    const bibliography = await workspace.openTextDocument(fileUri('growing.bib'))
    const text = '@article{paget1889, author = {Paget, Stephen}, title = {Secondary growths}, year = {1889}}\n'
    await write('growing.bib', bibliography.getText() + text)
    await clean(document.uri)
  })

  it('stand in the bibliography where a reference cannot be read', async () => {
    await open('broken.md', manuscript('Nothing is cited.', 'broken.bib'))
    const { document } = await open('broken.bib', '@article{paget1889\n  title = {Secondary growths}\n}\n')
    await eventually('the finding', () => findingOf(document.uri, 'malformed-reference'))
  })
})
