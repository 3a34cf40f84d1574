import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CslName } from '../../../../src/bibliography/reference.ts'
import { testimonyOf } from './fields-of-bibtex.ts'
import { inFolder, isProgram, output } from './program.ts'
import type { Witness } from './witness.ts'
import { allIn, childrenOf, type Element, rootOf } from './xml.ts'

/** biber, the reader of BibLaTeX: what it has read, printed as BibLaTeX’s XML. */
export const biber: Witness = {
  name: 'biber',
  formats: /^Bib/,
  isThere: async () => isProgram('biber'),

  async ask({ text, entries }) {
    const read = allIn(rootOf(printed(text)), 'entry')
    return entries.map(({ key }) => {
      const entry = read.find(({ attributes }) => attributes.id === key)
      return entry && testimonyOf(fieldsOf(entry), kind => namesOf(entry, kind))
    })
  },
}

const printed = (text: string): string =>
  inFolder(folder => {
    writeFileSync(join(folder, 'read.bib'), text)
    const out = join(folder, 'out.xml')
    output(
      'biber',
      ['--tool', '--output-format=biblatexml', '--output-encoding=UTF-8', '--output-file=out.xml', 'read.bib'],
      '',
      folder,
    )
    return existsSync(out) ? readFileSync(out, 'utf8') : ''
  })

const fieldsOf =
  (entry: Element) =>
  (name: string): string | undefined => {
    if (name === 'date') return dateIn(entry)
    const field = childrenOf(entry, name)[0]
    return field && bare(field.text)
  }

function dateIn(entry: Element): string | undefined {
  const date = childrenOf(entry, 'date').find(({ attributes }) => !attributes.type)
  if (!date) return undefined
  const [start, end] = [childrenOf(date, 'start')[0], childrenOf(date, 'end')[0]]
  return start ? `${start.text}/${end?.text ?? ''}` : date.text
}

function namesOf(entry: Element, kind: string): CslName[] {
  return childrenOf(entry, 'names', kind).flatMap(names =>
    childrenOf(names, 'name').map(name => {
      const part = (type: string): string =>
        childrenOf(name, 'namepart', type)
          .map(element =>
            element.children.length > 0 ? element.children.map(({ text }) => text).join(' ') : element.text,
          )
          .map(bare)
          .join(' ')
      const [family, given, prefix, suffix] = ['family', 'given', 'prefix', 'suffix'].map(part)
      return {
        ...(family && { family }),
        ...(given && { given }),
        ...(prefix && { 'dropping-particle': prefix }),
        ...(suffix && { suffix }),
      }
    }),
  )
}

/** biber turns accents and symbols into characters and leaves braces to TeX, which does not print them. */
const bare = (text: string): string => text.replace(/(?<!\\)[{}]/g, '')
