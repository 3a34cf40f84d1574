import type { CslItem } from '../../../../src/bibliography/reference.ts'
import { benchPackage, isInstalled } from './packages.ts'
import type { Witness } from './witness.ts'

const NAME = 'js-yaml'

/** js-yaml, which reads YAML 1.2. */
export const jsYaml: Witness = {
  name: NAME,
  formats: /^CSL-YAML/,
  isThere: async () => isInstalled(NAME),

  async ask({ text, entries }) {
    const { loadAll } = await benchPackage<{ loadAll(text: string): readonly unknown[] }>(NAME)
    const items = (loadAll(text.replace(/\n\.\.\.\s*$/, '\n'))[0] as { references?: readonly CslItem[] } | undefined)
      ?.references
    return entries.map(({ key }) => items?.find(({ id }) => String(id) === key))
  },
}
