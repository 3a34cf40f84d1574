import { constants, type Stats } from 'node:fs'
import { lstat, open, readdir, realpath, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { TextDecoder } from 'node:util'
import { type FileBytes, type Files, type FileText, isBytes } from './files.ts'
import { decodeMixed } from './mixed-utf8.ts'
import { allowHostOf, isAllowedHost, networkHost } from './network-hosts.ts'

/** The largest file that is read at all; larger ones are said to be so. */
export const LARGEST = 512 * 1024 * 1024

/** The files of the machine. */
export const nodeFiles: Files = {
  read: uri => textOf(uri, LARGEST),

  async bytes(uri) {
    const file = await contentOf(uri)
    // a view as numbers has to begin at a multiple of eight
    return isBytes(file) && file.bytes.byteOffset % 8 !== 0 ? { bytes: Uint8Array.from(file.bytes) } : file
  },

  async kind(uri) {
    const path = pathOf(uri)
    const about = path === undefined ? undefined : await stat(path).catch(() => undefined)
    return about?.isDirectory() ? 'folder' : about?.isFile() ? 'file' : undefined
  },

  async list(uri) {
    const path = pathOf(uri)
    const names = path === undefined ? [] : await readdir(path).catch(() => [])
    return names.sort()
  },

  async real(uri) {
    const path = pathOf(uri)
    const real = path === undefined ? undefined : await realpath(path).catch(() => undefined)
    return real === undefined ? uri : pathToFileURL(real).href
  },

  async stamp(uri) {
    const path = pathOf(uri)
    const about = path === undefined ? undefined : await stat(path).catch(() => undefined)
    if (!about) return undefined
    const { ino, size, mtimeMs: written } = about
    return { id: `${ino} ${size} ${written}`, written, age: Date.now() - written }
  },

  // Elsewhere there are no paths of shares.
  ...(process.platform === 'win32' && { reaches, allow: (path: string) => allowHostOf(path, process.env) }),
  home: `${pathToFileURL(homedir()).href}/`,
}

/** The files of the machine, of which no text is read that has more bytes than `largest`. */
export const filesUpTo = (largest: number): Files => ({ ...nodeFiles, read: uri => textOf(uri, largest) })

async function textOf(uri: string, largest: number): Promise<FileText> {
  const file = await contentOf(uri, largest)
  return isBytes(file) ? decodeInPieces(file.bytes) : file
}

/** What is said of an address that is none of a file. */
export const NO_PATH = { failure: 'is not a file of this machine', missing: true } as const

async function contentOf(uri: string, largest = LARGEST): Promise<FileBytes> {
  const path = pathOf(uri)
  if (path === undefined) return NO_PATH
  try {
    const file = await open(path, READING)
    try {
      return refusalOf(await file.stat(), largest) ?? { bytes: await file.readFile() }
    } finally {
      await file.close()
    }
  } catch (error) {
    return failureOf(error, await isLink(path))
  }
}

/** Without waiting: a pipe that nobody writes to would be waited for without end. */
export const READING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/** Why what was opened is not read. */
export function refusalOf(about: Stats, largest: number): Failed | undefined {
  if (about.isDirectory()) return { failure: 'is a folder, not a file', missing: false }
  if (!about.isFile()) return { failure: 'is not a regular file', missing: false }
  if (about.size > largest) return { failure: `is larger than ${sizeOf(largest)}, and is not read`, missing: false }
  return undefined
}

interface Failed {
  readonly failure: string
  readonly missing: boolean
}

const sizeOf = (bytes: number): string => (bytes < 1024 * 1024 ? `${bytes} bytes` : `${bytes / 1024 / 1024} MB`)

const isLink = (path: string): Promise<boolean> =>
  lstat(path).then(
    about => about.isSymbolicLink(),
    () => false,
  )

/** Larger files are decoded in pieces of so many bytes, between which others have their turn. */
const PIECE = 1024 * 1024

/** The same as `decodeText`; what is not UTF-8 is decoded at once. */
async function decodeInPieces(bytes: Uint8Array): Promise<FileText> {
  if (bytes.length <= PIECE || bytes.subarray(0, 8192).includes(0)) return decodeText(bytes)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const texts: string[] = []
  try {
    for (let start = 0; start < bytes.length; start += PIECE) {
      texts.push(decoder.decode(bytes.subarray(start, start + PIECE), { stream: true }))
      await new Promise(setImmediate)
    }
    texts.push(decoder.decode())
  } catch {
    return decodeText(bytes)
  }
  return { text: texts.join(''), bom: bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf }
}

/** Text of UTF-8, with a few bad bytes or none, of UTF-16 with a byte order mark, or else of Windows-1252, which every byte sequence is. */
export function decodeText(bytes: Uint8Array): FileText {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : ''
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), bom: true, encoding: { name: 'UTF-16', from: 0 } }
  if (bytes.subarray(0, 8192).includes(0)) {
    return { failure: isUtf16(bytes) ? 'is in UTF-16; save it as UTF-8' : 'is not a text file', missing: false }
  }
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), bom }
  } catch {
    const mixed = decodeMixed(bytes)
    if (mixed) return { text: mixed.text, bom, encoding: { name: 'UTF-8', bad: mixed.bad } }
    const text = new TextDecoder('windows-1252').decode(bytes)
    return { text, bom: false, encoding: { name: 'Windows-1252', from: soundBytes(bytes) } }
  }
}

/** Whether every other byte is zero, as in Latin letters of UTF-16 without a mark. */
const isUtf16 = (bytes: Uint8Array): boolean =>
  bytes.length >= 8 &&
  [0, 1].some(zero => [0, 2, 4, 6].every(at => bytes[at + zero] === 0 && bytes[at + 1 - zero] !== 0))

/** How many bytes are UTF-8 before the first that is not. */
function soundBytes(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const first = text.indexOf('\ufffd')
  return new TextEncoder().encode(first < 0 ? text : text.slice(0, first)).length
}

function reaches(host: string): boolean {
  return isAllowedHost(host, process.env)
}

/** The path of a file that may be asked for; on a network share, only where the author has named its host. */
export function pathOf(uri: string): string | undefined {
  try {
    const path = fileURLToPath(uri)
    const host = networkHost(path)
    return (host !== undefined && !reaches(host)) || path.includes('\0') ? undefined : path
  } catch {
    return undefined
  }
}

/** What is said of a file that could not be read. */
export function failureOf(error: unknown, isLink: boolean): Failed {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT' && isLink) return { failure: 'is a symbolic link to a file that is not there', missing: false }
  if (code === 'ENOENT' || code === 'ENOTDIR') return { failure: 'was not found', missing: true }
  if (code === 'EACCES' || code === 'EPERM') return { failure: 'may not be read', missing: false }
  if (code === 'ELOOP') return { failure: 'is a symbolic link that leads back to itself', missing: false }
  return { failure: `could not be read (${code ?? String(error)})`, missing: false }
}
