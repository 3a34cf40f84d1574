// A real VS Code on a page that can be typed into and photographed.
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { launchBrowser } from './browser.js'
import { freshFolder } from './fresh-folder.js'
import { CACHE, EDITORS, installEditor, ROOT } from './install.js'
import { serveEditor } from './serve.js'

/**
 * Opens `file` of a copy of `folder` with the extension, at the line that holds `at`; `settings` are the author's.
 * `prepare` may change the copy before it is opened.
 */
export const openScreen = async ({ folder, file, at, settings, width, height, prepare = () => {} }) => {
  const data = join(CACHE, 'runs', 'screen')
  freshFolder(data)
  const workspace = join(data, 'workspace')
  cpSync(folder, workspace, { recursive: true })
  prepare(workspace)
  const manuscript = join(workspace, file)
  const line = readFileSync(manuscript, 'utf8').split(at)[0].split('\n').length

  const browser = await launchBrowser()
  const server = await serveEditor(await installEditor(EDITORS[0]), { data, settings })
  const page = await browser.newPage({ viewport: { width, height } })
  await page.goto(server.address(workspace, { extensionDevelopmentPath: ROOT }, { file: manuscript, line }))
  await page.locator('.monaco-editor .view-line').first().waitFor()
  // Findings are told in the status bar wherever the editor stands.
  await page.locator('#status\\.problems', { hasText: /[1-9]/ }).waitFor()
  await page.keyboard.press('Control+b')

  /** The place of a text on the screen, well inside the editor and at rest. */
  const find = async text => {
    let before
    for (let turn = 0; turn < 100; turn += 1) {
      const place = await placeOf(page, text)
      const off = place ? place.y - height * 0.45 : height
      if (Math.abs(off) > height * 0.25) {
        await page.mouse.move(width / 2, height / 2)
        await page.mouse.wheel(0, Math.sign(off) * Math.min(Math.abs(off), 150))
      } else if (place && before?.y === place.y) return place
      before = place
      await page.waitForTimeout(150)
    }
    throw new Error(`“${text}” did not come to rest on the screen`)
  }

  return {
    page,
    find,
    /** Puts the cursor behind a text. */
    async endOf(text) {
      const { right, y } = await find(text)
      await page.mouse.click(right, y)
    },
    /** Runs a command of the palette by its title. */
    async command(title) {
      await page.keyboard.press('F1')
      await page.locator('.quick-input-widget input').first().waitFor()
      await page.keyboard.type(title)
      await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor()
      await page.keyboard.press('Enter')
      await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor({ state: 'hidden' })
    },
    async close() {
      await browser.close()
      await server.stop()
    },
  }
}

/** Where the first piece of a line with this text stands; nothing when it is not drawn. */
const placeOf = (page, text) =>
  page.evaluate(
    wanted => {
      for (const line of document.querySelectorAll('.monaco-editor .view-line')) {
        const from = line.textContent.indexOf(wanted)
        if (from < 0) continue
        const range = document.createRange()
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
        let offset = 0
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const end = offset + node.length
          if (from >= offset && from < end) range.setStart(node, from - offset)
          if (from + wanted.length > offset && from + wanted.length <= end)
            range.setEnd(node, from + wanted.length - offset)
          offset = end
        }
        const { x, y, width, height } = range.getBoundingClientRect()
        return { x: x + width / 2, y: y + height / 2, right: x + width }
      }
    },
    text.replaceAll(' ', '\u00a0'),
  )
