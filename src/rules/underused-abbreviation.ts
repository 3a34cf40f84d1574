import { definitionsByName, usesByName } from '../analysis/definitions.ts'
import { count, strings } from '../settings/setting.ts'
import { defineRule } from './rule.ts'

export const underusedAbbreviation = defineRule({
  id: 'underused-abbreviation',
  summary: 'An abbreviation that is defined is also used.',
  why: 'Each abbreviation costs readers something to learn; one that is never used again costs and gives nothing.',
  severity: 'off',
  since: '0.1.0',
  options: {
    uses: count('How often an abbreviation must be used besides its definition.', 1, 1),
    allow: strings('Abbreviations that may be defined and not used, such as names better known than their long form.'),
  },
  examples: [
    {
      shows: 'a short form that never returns',
      files: `
//- paper.md
Stiffness of the extracellular matrix (ECM) promotes invasion.
                                       ^^^ warning underused-abbreviation: “ECM” is defined and never used again; leave “(ECM)” out.
`,
    },
  ],

  *check(analysis, { uses: least, allow }) {
    const uses = usesByName(analysis)
    const { prose } = analysis.manuscript
    for (const [name, definitions] of definitionsByName(analysis)) {
      const last = definitions.filter(({ scope }) => scope === 'body' || scope === 'abstract').at(-1)
      if (!last || allow.includes(name)) continue
      const counted = uses.get(name)?.length ?? occurrences(prose, name, definitions.length)
      if (counted >= least) continue
      const often = counted === 0 ? 'never used again' : `used only ${counted === 1 ? 'once' : `${counted} times`} more`
      const remedy = counted === 0 ? `leave “(${last.short})” out` : `write “${last.long}” instead`
      yield { span: last.shortSpan, message: `“${last.short}” is defined and ${often}; ${remedy}.` }
    }
  },
})

/** How often a short form that is not written in capitals stands in the prose, besides its definitions. */
function occurrences(prose: string, name: string, definitions: number): number {
  let found = 0
  for (let at = prose.indexOf(name); at >= 0; at = prose.indexOf(name, at + name.length)) {
    if (
      !/[\p{L}\p{N}]/u.test(prose[at - 1] ?? '') &&
      !/[\p{L}\p{N}]/u.test((prose[at + name.length] ?? '').replace('s', ''))
    )
      found++
  }
  return Math.max(0, found - definitions)
}
