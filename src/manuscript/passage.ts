import { memoByText } from '../text/memo.ts'

/**
 * A stretch of prose: the same object wherever and whenever it reads the same. What is made of it is kept by it
 * (`memoByObject`), so that an edit costs the blocks it touches.
 */
export interface Passage {
  readonly prose: string
}

export const passageOf = memoByText((prose): Passage => ({ prose }))
