// Stands in for the native logger of VS Code's server: the same calls, writing lines to the same files, without
// rotation. Output channels are read back from these files.
const { appendFileSync, mkdirSync } = require('node:fs')
const { dirname } = require('node:path')

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'critical']

class Logger {
  constructor(_kind, _name, path) {
    this.path = path
    this.level = 2
    this.plain = false
    mkdirSync(dirname(path), { recursive: true })
    for (const [level, name] of LEVELS.entries()) this[name] = message => this.write(level, message)
  }

  write(level, message) {
    if (level < this.level) return
    const stamp = new Date().toISOString().replace('T', ' ').replace('Z', '')
    const line = this.plain ? message : `${stamp} [${LEVELS[level]}] ${message}\n`
    try {
      appendFileSync(this.path, line)
    } catch {
      // The folder of a server that is being stopped may be gone already.
    }
  }

  getLevel() {
    return this.level
  }

  setLevel(level) {
    this.level = level
  }

  clearFormatters() {
    this.plain = true
  }

  setPattern() {}
  flush() {}
  drop() {}
}

const createLogger = async (name, path) => new Logger('rotating', name, path)

module.exports = {
  version: 1,
  Logger,
  setLevel() {},
  setFlushOn() {},
  createRotatingLogger: createLogger,
  createAsyncRotatingLogger: createLogger,
}
