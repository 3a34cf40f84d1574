import { readManuscript } from '../../src/manuscript/read-manuscript.ts'
import { groupsOf } from '../manuscript/pandoc/groups.ts'
import { pandocGroups } from './pandoc.ts'

export interface Difference {
  readonly text: string
  readonly pandoc: readonly string[]
  readonly stroma: readonly string[]
}

/** What Pandoc and Stroma cite differently in a text. */
export async function compare(text: string): Promise<Difference | undefined> {
  const pandoc = await pandocGroups(text)
  if (!pandoc) return undefined
  const stroma = [...new Set(readManuscript(text, 'pandoc').citations.map(citation => groupsOf([citation])))].sort()
  return pandoc.join('|') === stroma.join('|') ? undefined : { text, pandoc, stroma }
}

/** A smaller text on which they still differ. */
export async function shrink(difference: Difference): Promise<Difference> {
  let smallest = difference
  for (let size = difference.text.length >> 1; size >= 1; size = size >> 1) {
    for (let start = 0; start < smallest.text.length; ) {
      const shorter = smallest.text.slice(0, start) + smallest.text.slice(start + size)
      const found = await compare(shorter)
      if (found) smallest = found
      else start += size
    }
  }
  return smallest
}
