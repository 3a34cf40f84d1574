import type { CslName } from '../../../../src/bibliography/reference.ts'
import { testimonyOf } from './fields-of-bibtex.ts'
import { benchPackage, isInstalled } from './packages.ts'
import type { Witness } from './witness.ts'

interface Name {
  readonly name?: string
  readonly lastName?: string
  readonly firstName?: string
  readonly prefix?: string
  readonly suffix?: string
}
interface Entry {
  readonly key: string
  readonly fields: Readonly<Record<string, unknown>>
}
interface Parser {
  parse(text: string, options: object): { readonly entries: readonly Entry[] }
}

const NAME = '@retorquere/bibtex-parser'

/** The reader of Better BibTeX for Zotero. */
export const retorquere: Witness = {
  name: NAME,
  formats: /^Bib/,
  isThere: async () => isInstalled(NAME),

  async ask({ text, entries }) {
    const { parse } = await benchPackage<Parser>(NAME)
    const read = parse(text, { sentenceCase: false, caseProtection: false }).entries
    return entries.map(({ key }) => {
      const entry = read.find(candidate => candidate.key === key)
      if (!entry) return undefined
      const field = (name: string): string | undefined =>
        typeof entry.fields[name] === 'string' ? entry.fields[name] : undefined
      return testimonyOf(field, name => ((entry.fields[name] as readonly Name[] | undefined) ?? []).map(nameOf))
    })
  },
}

const nameOf = ({ name, lastName, firstName, prefix, suffix }: Name): CslName =>
  name
    ? { literal: name }
    : {
        ...(lastName && { family: lastName }),
        ...(firstName && { given: firstName }),
        ...(prefix && { 'dropping-particle': prefix }),
        ...(suffix && { suffix }),
      }
