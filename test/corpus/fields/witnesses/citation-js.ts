import { parse as parseYaml } from 'yaml'
import type { CslItem } from '../../../../src/bibliography/reference.ts'
import { benchPackage, isInstalled } from './packages.ts'
import type { Testimony, Witness } from './witness.ts'

interface Core {
  readonly plugins: { readonly input: { chain(input: unknown, options: object): readonly CslItem[] } }
}

/** Citation.js, which makes items of CSL itself. */
const readsWith = (plugin: string, formats: RegExp): Witness => ({
  name: plugin,
  formats,
  isThere: async () => isInstalled('@citation-js/core') && isInstalled(plugin),

  async ask({ format, text, entries }) {
    const { plugins } = await benchPackage<Core>('@citation-js/core')
    if (plugin !== '@citation-js/core') await benchPackage(plugin)
    const read = (input: unknown): readonly CslItem[] => {
      try {
        return plugins.input.chain(input, { generateGraph: false })
      } catch {
        return []
      }
    }
    const whole = /^Bib/.test(format) ? read(text) : []
    return entries.map(({ key, source }): Testimony => {
      const found = whole.find(item => String(item.id) === key || item['citation-key'] === key)
      return found ?? read(/^CSL-JSON/.test(format) ? parseYaml(source) : source)[0]
    })
  },
})

export const citationJs: readonly Witness[] = [
  readsWith('@citation-js/plugin-bibtex', /^Bib/),
  readsWith('@citation-js/plugin-ris', /^RIS/),
  readsWith('@citation-js/core', /^CSL-JSON/),
]
