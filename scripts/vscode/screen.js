// A real VS Code on a page that can be typed into and photographed.
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { launchBrowser } from './browser.js'
import { CACHE, EDITORS, installEditor, ROOT } from './install.js'
import { serveEditor } from './serve.js'

/** Opens `file` of a copy of `folder` with the extension; `settings` are the author's. */
export const openScreen = async ({ folder, file, line = 1, settings = {}, width = 1100, height = 700, scale = 1 }) => {
  const data = join(CACHE, 'runs', 'screen')
  rmSync(data, { recursive: true, force: true })
  const workspace = join(data, 'workspace')
  mkdirSync(data, { recursive: true })
  cpSync(folder, workspace, { recursive: true })
  const browser = await launchBrowser()
  const server = await serveEditor(await installEditor(EDITORS[0]), { data, settings })
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale })
  await page.goto(server.address(workspace, { extensionDevelopmentPath: ROOT }, { file: join(workspace, file), line }))
  await page.locator('.monaco-editor .view-line').first().waitFor()
  return {
    page,
    workspace,
    /** Runs a command of the palette by its title. */
    async command(title) {
      await page.keyboard.press('F1')
      await page.locator('.quick-input-widget input').first().waitFor()
      await page.keyboard.type(title)
      await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor()
      await page.keyboard.press('Enter')
    },
    async close() {
      await browser.close()
      await server.stop()
    },
  }
}
