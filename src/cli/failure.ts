/** The run itself failed: wrong usage, configuration or input. Ends in exit status 2; the message is for the person at the terminal. */
export class Failure extends Error {
  /** What to do about it. */
  readonly hint: string | undefined

  constructor(message: string, hint?: string) {
    super(message)
    this.hint = hint
  }
}

/** What the system said of a file, in words: “no such file”, “permission denied”. */
export function reasonOf(error: unknown): string {
  const code = (error as { code?: unknown } | undefined)?.code
  const said = REASONS.get(String(code))
  return said ?? (error instanceof Error ? error.message : String(error))
}

const REASONS = new Map([
  ['ENOENT', 'no such file'],
  ['ENOTDIR', 'no such file'],
  ['EISDIR', 'it is a folder'],
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['ELOOP', 'its symbolic links go in a circle'],
  ['ENAMETOOLONG', 'the name is too long'],
  ['EMFILE', 'too many files are open'],
  ['EROFS', 'the file system is read-only'],
  ['ENOSPC', 'no space is left'],
])
