// Starts VS Code's server build on a free port of the loopback interface and says how to open it.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

/**
 * Starts `editor` with everything that it writes below `data`.
 * Gives the address for a folder, with the extension under development and what else the payload holds, and `stop`.
 * `port` is the one to take when it is free; `settings` are the author's.
 */
export const serveEditor = async (editor, { data, env = {}, port: wanted = 0, settings = {} }) => {
  const user = join(data, 'user', 'User')
  mkdirSync(user, { recursive: true })
  writeFileSync(join(user, 'settings.json'), JSON.stringify({ ...QUIET, ...settings }, null, 2))
  const port = await freePort(wanted)
  // Whoever reaches the server can run commands as this user, so only the address that is printed lets in.
  const token = randomBytes(16).toString('hex')
  const args = [
    editor.server,
    ...['--host', '127.0.0.1', '--port', String(port), '--connection-token', token],
    // Built editors take an extension under development from the address only with this.
    '--enable-smoke-test-driver',
    ...['--accept-server-license-terms', '--disable-telemetry', '--disable-workspace-trust'],
    ...['--server-data-dir', join(data, 'server'), '--user-data-dir', join(data, 'user')],
    ...['--extensions-dir', join(data, 'extensions')],
  ]
  const server = spawn(editor.node, args, {
    env: { ...withoutEditor(process.env), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const listening = new Promise((resolve, reject) => {
    const listen = chunk => {
      said = (said + chunk).slice(-20000)
      if (said.includes(`:${port}`)) resolve()
    }
    server.stdout.on('data', listen)
    server.stderr.on('data', listen)
    server.once('error', reject)
    server.once('exit', status => reject(new Error(`VS Code ${editor.version} stopped with ${status}:\n${said}`)))
  })
  await listening
  const remote = path => `vscode-remote://127.0.0.1:${port}${path}`
  return {
    /** `payload` maps names such as `extensionTestsPath` to absolute paths; `open` is a file to show first, at a line. */
    address(folder, payload, open) {
      const entries = Object.entries(payload).map(([name, path]) => [name, remote(path)])
      if (open) entries.push(['openFile', `${remote(open.file)}:${open.line}:1`], ['gotoLineMode', 'true'])
      const query = new URLSearchParams({ tkn: token, folder, payload: JSON.stringify(entries) })
      return `http://127.0.0.1:${port}/?${query}`
    },
    said: () => said,
    exited: new Promise(resolve => server.once('exit', resolve)),
    async stop() {
      if (server.exitCode !== null || server.signalCode) return
      const gone = new Promise(resolve => server.once('exit', resolve))
      server.kill('SIGTERM')
      const timer = setTimeout(() => server.kill('SIGKILL'), 5000)
      await gone
      clearTimeout(timer)
    },
  }
}

/** What would stand in the way of a manuscript. */
const QUIET = {
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'telemetry.telemetryLevel': 'off',
}

/** What an enclosing VS Code leaves in the environment would make this one believe that it is a part of it. */
const withoutEditor = env =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !/^(VSCODE_|ELECTRON_)/.test(name)))

const freePort = wanted =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', error => (wanted === 0 ? reject(error) : resolve(freePort(0))))
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
