import type { CslItem } from '../reference.ts'

/** One CSL-JSON array, an item after the other, readable by people and by Pandoc. */
export const writeCslJson = (items: readonly CslItem[]): string => `${JSON.stringify(items, undefined, 2)}\n`
