import { mkdirSync, rmSync } from 'node:fs'

/** Makes a folder empty; an editor that has just been closed may write to it for another moment. */
export const freshFolder = folder => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 })
  mkdirSync(folder, { recursive: true })
}
