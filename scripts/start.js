// `npm start`: shows what the linter says of the example, then opens the example in VS Code with the extension loaded.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { freshFolder } from './vscode/fresh-folder.js'
import { CACHE, EDITORS, installEditor, ROOT, reasonNotToRun } from './vscode/install.js'
import { serveEditor } from './vscode/serve.js'

const EXAMPLES = join(ROOT, 'examples')
const MANUSCRIPT = join(EXAMPLES, 'circulating-tumour-cells.md')

/** Where the first mistake stands. */
const LINE = readFileSync(MANUSCRIPT, 'utf8').split('@masague2016')[0].split('\n').length

const start = async () => {
  console.log('What Stroma says of examples/ on the command line (its mistakes are there to be found):\n')
  spawnSync(process.execPath, [join(ROOT, 'dist', 'stroma.js'), 'lint', 'examples'], { cwd: ROOT, stdio: 'inherit' })
  if (openDesktop()) {
    console.log('VS Code opens the example in a window of its own.')
    return
  }
  const reason = reasonNotToRun()
  if (reason) throw new Error(`There is no \`code\` on the PATH that could open a window. ${reason}`)
  await openInBrowser()
}

/** Opens the desktop editor; false when there is none, or no screen to show it on. */
const openDesktop = () => {
  const { DISPLAY, WAYLAND_DISPLAY, WSL_DISTRO_NAME } = process.env
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY && !WSL_DISTRO_NAME) return false
  const shell = process.platform === 'win32'
  const quoted = path => (shell ? `"${path}"` : path)
  const places = [`--extensionDevelopmentPath=${ROOT}`, EXAMPLES, '--goto', `${MANUSCRIPT}:${LINE}`]
  const args = ['--new-window', ...places.map(quoted)]
  const { error, status } = spawnSync('code', args, { stdio: ['ignore', 'ignore', 'inherit'], shell })
  return !error && status === 0
}

/** Serves VS Code on loopback and stays until it is stopped. */
const openInBrowser = async () => {
  const editor = await installEditor(EDITORS[0])
  const data = join(CACHE, 'runs', 'start')
  freshFolder(data)
  const server = await serveEditor(editor, { data, port: 8137 })
  const address = server.address(EXAMPLES, { extensionDevelopmentPath: ROOT }, { file: MANUSCRIPT, line: LINE })
  console.log(`\nVS Code ${editor.version} with Stroma is ready. Open this address in a browser on this machine:\n`)
  console.log(`  ${address}\n`)
  console.log('Ctrl+C stops it.')
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void server.stop())
  await server.exited
}

start().catch(error => {
  console.error(error.message)
  process.exitCode = 1
})
