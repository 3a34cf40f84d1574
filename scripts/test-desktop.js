// Runs the suite of `test/vscode` in desktop VS Code, which is downloaded: `npm run test:desktop [-- VERSION…]`.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runTests } from '@vscode/test-electron'
import { follow } from './vscode/events.js'
import { freshFolder } from './vscode/fresh-folder.js'
import { CACHE, ROOT } from './vscode/install.js'

const named = process.argv.slice(2)
const total = { passed: 0, failed: 0, skipped: 0 }

for (const version of named.length > 0 ? named : ['stable', '1.100.3']) {
  console.log(`\n  VS Code ${version} (desktop)`)
  const data = join(CACHE, 'runs', `desktop-${version}`)
  freshFolder(data)
  const workspace = join(data, 'workspace')
  cpSync(join(ROOT, 'test', 'vscode', 'workspace'), workspace, { recursive: true })
  // Its path has to be short: the editor makes a socket in it.
  const user = mkdtempSync(join(tmpdir(), 'stroma-'))
  const events = follow(join(data, 'events.ndjson'))
  const run = runTests({
    version,
    cachePath: join(ROOT, '.cache', 'vscode-desktop'),
    extensionDevelopmentPath: ROOT,
    extensionTestsPath: join(ROOT, 'dist', 'test', 'vscode', 'suite', 'index.cjs'),
    extensionTestsEnv: { STROMA_TEST_EVENTS: events.path },
    launchArgs: [workspace, '--disable-workspace-trust', '--disable-extensions', '--user-data-dir', user],
  }).then(
    // The last event is written before the editor is gone; it only has to be read.
    () => new Promise(resolve => setTimeout(resolve, 1000, 'it left without a last word')),
    error => new Promise(resolve => setTimeout(resolve, 1000, `${error.message ?? error}${hint()}`)),
  )
  const counts = await events.counts(run)
  await run
  events.stop()
  rmSync(user, { recursive: true, force: true })
  for (const kind of Object.keys(total)) total[kind] += counts[kind]
}

console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed > 0 ? 1 : 0

function hint() {
  const headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY
  return headless ? ' (There is no display here: use `xvfb-run -a npm run test:desktop`.)' : ''
}
