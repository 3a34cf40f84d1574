import type { CslItem } from '../../../../src/bibliography/reference.ts'

/** The entries of one file of which Stroma and Pandoc read some field differently. */
export interface Disputed {
  readonly format: string
  readonly path: string
  /** The whole file. */
  readonly text: string
  readonly entries: readonly { readonly key: string; readonly source: string }[]
}

/** What a witness made of an entry, as far as it is compared; nothing where it does not read the entry. */
export type Testimony = Partial<CslItem> | undefined

/** A reader that is not Stroma’s and not Pandoc’s, asked where these two differ. */
export interface Witness {
  readonly name: string
  readonly formats: RegExp
  /** Reads nothing by itself: an earlier version of Pandoc. It is asked what has changed, and proves nothing. */
  readonly isKin?: boolean
  /** Whether it is installed. None is needed to build or to test Stroma. */
  isThere(): Promise<boolean>
  /** One answer for each entry, in order. */
  ask(disputed: Disputed): Promise<readonly Testimony[]>
}
