import type { CslItem } from '../../../../src/bibliography/reference.ts'
import { isProgram, output } from './program.ts'
import type { Witness } from './witness.ts'

/** The Pandoc that is installed beside, such as Debian’s 2.17: to see what has changed since. */
export const olderPandoc: Witness = {
  name: 'an older Pandoc',
  formats: /^(?:Bib|CSL-JSON)/,
  isKin: true,
  isThere: async () => isProgram('pandoc'),

  async ask({ format, text, entries }) {
    const from = /^BibTeX/.test(format) ? 'bibtex' : /^Bib/.test(format) ? 'biblatex' : 'csljson'
    const items = JSON.parse(output('pandoc', ['-f', from, '-t', 'csljson'], text) || '[]') as readonly CslItem[]
    return entries.map(({ key }) => items.find(({ id }) => String(id) === key))
  },
}
