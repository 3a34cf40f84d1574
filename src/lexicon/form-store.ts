import type { Concept, SurfaceForm } from './concept.ts'
import type { FormIndex } from './form-index.ts'

/** What matching needs of the packs in force. Forms and concepts have numbers; only those that are found are looked at. */
export interface FormStore {
  readonly index: FormIndex
  /**
   * By number of a form, which counts from 1: the number of its concept, and in the lowest bits what is to be observed.
   * Forms of the same words stand together.
   */
  readonly forms: Int32Array
  conceptAt(number: number): Concept
  formAt(number: number): SurfaceForm
}

/** The lowest bits of an entry of `forms`. */
export enum FormFlag {
  CaseSensitive = 1,
  Ambiguous = 2,
  /** The last of the forms of the same words. */
  Last = 4,
  /** Not in use. */
  Off = 8,
  /** Has another number too, since it is found written in several ways. */
  Again = 16,
}

/** In an enumeration as all that is looked at for each word: the bundler makes variables of other constants. */
enum Entry {
  FlagBits = 5,
}

/** An entry of `forms`. */
export const entryOf = (concept: number, flags: number): number => (concept << Entry.FlagBits) | flags

/** The number of a concept in an entry of `forms`. */
export const conceptIn = (entry: number): number => entry >> Entry.FlagBits

/** The number of the concept that a form belongs to. */
export const conceptOf = ({ forms }: FormStore, form: number): number => conceptIn(forms[form]!)

/** Whether a form has one of some flags. */
export const has = ({ forms }: FormStore, form: number, flags: number): boolean => (forms[form]! & flags) !== 0

/** The forms of the same words from `first`, as far as they are in use; none for 0. */
export function formsFrom(store: FormStore, first: number): number[] {
  const found: number[] = []
  if (first <= 0) return found
  let form = first
  for (; !has(store, form, FormFlag.Last); form++) if (!has(store, form, FormFlag.Off)) found.push(form)
  if (!has(store, form, FormFlag.Off)) found.push(form)
  return found
}
