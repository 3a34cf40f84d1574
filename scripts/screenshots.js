// Photographs Stroma at work in a real VS Code, light and dark, into `.cache/screenshots`: `node scripts/screenshots.js`.
import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './vscode/install.js'
import { openScreen } from './vscode/screen.js'

const FOLDER = join(ROOT, '.cache', 'screenshots')
const THEMES = { light: 'Default Light Modern', dark: 'Default Dark Modern' }

/** What is photographed: each begins at a line of the example and ends with something on the screen. */
const SCENES = {
  async 'term-hover'({ page, find }) {
    const { x, y } = await find('anoikis')
    await page.mouse.move(x, y)
    await page.mouse.move(x + 2, y)
    await page.locator('.monaco-hover-content', { hasText: 'anoikis' }).first().waitFor()
  },

  async 'ontology-hover'({ page, find }) {
    const { x, y } = await find('Epithelial cells')
    await page.mouse.move(x, y)
    await page.mouse.move(x + 2, y)
    await page.locator('.monaco-hover-content', { hasText: 'Cells of the example' }).first().waitFor()
  },

  async lexicons({ page, command }) {
    await command('Stroma: Terms in This Manuscript')
    await page.locator('.monaco-editor .view-line', { hasText: 'Concepts' }).first().waitFor()
    await page.keyboard.press('Control+End')
    await page.locator('.monaco-editor .view-line', { hasText: 'licence\u00a0CC0' }).first().waitFor()
  },

  async 'citation-completion'({ page, endOf }) {
    await endOf('Two companions help.')
    await page.keyboard.type(' [@Obenauf', { delay: 40 })
    await page.locator('.suggest-widget .monaco-list-row', { hasText: 'massague2016' }).waitFor()
    await page.keyboard.press('Control+Space')
    await page.locator('.suggest-details', { hasText: 'nature17038' }).first().waitFor()
  },

  async 'quick-fix'({ page, find }) {
    const { x, y } = await find('masague2016')
    await page.mouse.click(x, y)
    await page.waitForTimeout(1500)
    await page.keyboard.press('Control+.')
    await page.locator('.action-widget', { hasText: 'massague2016' }).first().waitFor()
  },

  async 'insert-citation'({ page, command, endOf }) {
    await endOf('Two companions help.')
    await command('Stroma: Insert Citation')
    const picker = page.locator('.quick-input-widget', { hasText: 'Insert citation' })
    await picker.waitFor()
    await picker.locator('.monaco-list-row').first().waitFor()
    await page.keyboard.type('weinberg', { delay: 40 })
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Valastyan' }).waitFor()
  },

  async 'author-and-year'({ page, endOf }) {
    await endOf('Two companions help.')
    await page.keyboard.type(' [@aceto clusters 2014', { delay: 40 })
    await page.keyboard.press('Control+Space')
    await page.locator('.suggest-widget .monaco-list-row', { hasText: 'aceto2014' }).waitFor()
  },

  async 'rename-preview'({ page, find }) {
    const { x, y } = await find('aceto2014')
    await page.mouse.click(x, y)
    await page.keyboard.press('F2')
    const name = page.locator('.rename-box input.rename-input')
    await name.waitFor()
    await name.fill('aceto2014clusters')
    await page.keyboard.press('Control+Enter')
    await page.locator('.refactor-preview, .bulk-edit-panel', { hasText: 'references.bib' }).first().waitFor()
  },

  async 'broken-bibliography'({ page, command }) {
    await command('Stroma: Show Bibliographies')
    await page.locator('.monaco-editor .view-line', { hasText: 'not\u00a0closed' }).first().waitFor()
  },
}

const LINES = { 'quick-fix': 'masague2016', 'rename-preview': 'Two companions' }

/** An ontology for the pictures, written for them. */
const ONTOLOGY = `format-version: 1.2
data-version: 2026-11-28
ontology: example-cells
property_value: http://purl.org/dc/elements/1.1/title "Cells of the example" xsd:string
property_value: http://purl.org/dc/terms/license https://creativecommons.org/publicdomain/zero/1.0/

[Term]
id: DEMO:0000001
name: cell
namespace: cell

[Term]
id: DEMO:0000002
name: epithelial cell
namespace: cell
def: "A cell of a sheet that covers or lines a surface, held by its neighbours and by the matrix beneath it." []
synonym: "lining cell" EXACT []
is_a: DEMO:0000001 ! cell
relationship: lies_on DEMO:0000003 ! basement membrane

[Term]
id: DEMO:0000003
name: basement membrane
namespace: structure

[Typedef]
id: lies_on
name: lies on
`

/** Builds an index of the ontology as an author does, and names it in the project file. */
const withOntology = workspace => {
  writeFileSync(join(workspace, 'cells.obo'), ONTOLOGY)
  writeFileSync(join(workspace, '.stroma.yaml'), 'lexicons: [cells.stromaidx]\n')
  const args = ['lexicon', 'build', 'cells.obo', '--to', 'cells.stromaidx']
  execFileSync(process.execPath, [join(ROOT, 'dist', 'stroma.js'), ...args], { cwd: workspace, stdio: 'inherit' })
}

/** What is done to the example before a scene. */
const PREPARED = {
  'ontology-hover': withOntology,
  lexicons: withOntology,
  'broken-bibliography': workspace =>
    appendFileSync(
      join(workspace, 'references.bib'),
      '\n@article{broken2024,\n  title = {Never closed,\n  year = 2024\n',
    ),
}

mkdirSync(FOLDER, { recursive: true })
const wanted = process.argv.slice(2)
for (const [tone, theme] of Object.entries(THEMES)) {
  for (const [name, play] of Object.entries(SCENES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const screen = await openScreen({
      folder: join(ROOT, 'examples'),
      file: 'circulating-tumour-cells.md',
      at: LINES[name] ?? 'homelessness',
      settings: {
        'workbench.colorTheme': theme,
        'workbench.sideBar.location': 'right',
        'editor.minimap.enabled': false,
        'editor.stickyScroll.enabled': false,
        'editor.lineNumbers': 'off',
        'workbench.activityBar.location': 'hidden',
        'workbench.layoutControl.enabled': false,
        'window.commandCenter': false,
        'editor.fontSize': 15,
      },
      width: 840,
      height: 470,
      prepare: PREPARED[name],
    })
    try {
      await play(screen)
      await screen.page.waitForTimeout(600)
      await screen.page.screenshot({ path: join(FOLDER, `${name}-${tone}.png`) })
      console.log(join('.cache', 'screenshots', `${name}-${tone}.png`))
    } catch (error) {
      await screen.page.screenshot({ path: join(FOLDER, `${name}-${tone}-failed.png`) })
      console.error(`${name}, ${tone}: ${error.message}`)
      process.exitCode = 1
    } finally {
      await screen.close()
    }
  }
}
