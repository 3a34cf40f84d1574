// The suite of `test/vscode` in the extension host of each editor, with its results told as they come.
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { launchBrowser } from './browser.js'
import { follow } from './events.js'
import { freshFolder } from './fresh-folder.js'
import { CACHE, EDITORS, installEditor, ROOT, reasonNotToRun } from './install.js'
import { serveEditor } from './serve.js'

/** Runs the suite in the named versions, or in all, and counts. */
export const editorSuites = async (versions = []) => {
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const version of versions.length > 0 ? versions : EDITORS) {
    console.log(`\n  VS Code ${version}`)
    const reason = reasonNotToRun()
    if (reason) {
      console.log(`    - skipped: ${reason}`)
      total.skipped += 1
      continue
    }
    const started = Date.now()
    const counts = await editorSuite(version).catch(error => {
      console.log(`    the suite could not be run: ${error.stack ?? error}`)
      return { passed: 0, failed: 1, skipped: 0 }
    })
    console.log(`    (${((Date.now() - started) / 1000).toFixed(0)} s)`)
    for (const kind of Object.keys(total)) total[kind] += counts[kind]
  }
  return total
}

/** Runs the suite in one version, in a fresh copy of the test workspace. */
const editorSuite = async version => {
  const editor = await installEditor(version)
  const browser = await launchBrowser()
  const data = join(CACHE, 'runs', version)
  freshFolder(data)
  const workspace = join(data, 'workspace')
  cpSync(join(ROOT, 'test', 'vscode', 'workspace'), workspace, { recursive: true })
  const events = follow(join(data, 'events.ndjson'))
  const server = await serveEditor(editor, { data, env: { STROMA_TEST_EVENTS: events.path } })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(
      server.address(workspace, {
        extensionDevelopmentPath: ROOT,
        extensionTestsPath: join(ROOT, 'dist', 'test', 'vscode', 'suite', 'index.cjs'),
      }),
    )
    const silent = new Promise(resolve => server.exited.then(() => resolve('the editor stopped')))
    const counts = await events.counts(silent)
    if (counts.failed > 0) await page.screenshot({ path: join(data, 'screen.png') }).catch(() => {})
    return counts
  } finally {
    events.stop()
    await browser.close()
    await server.stop()
  }
}
