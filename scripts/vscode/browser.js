// Opens a page in the cached Chromium, without a display.
import { installBrowser } from './install.js'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts the browser; pages are opened from it with Playwright's own calls. */
export const launchBrowser = async () => {
  const { playwright, program, env } = await installBrowser()
  return await playwright.chromium.launch({ executablePath: program, args: FLAGS, env })
}
