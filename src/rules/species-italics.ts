import speciesList from '../../data/species.json' with { type: 'json' }
import { inItalics } from '../analysis/emphasis.ts'
import { scopesOf } from '../manuscript/scopes.ts'
import { defineRule } from './rule.ts'

const NAMES = speciesList.species.flatMap(name => {
  const [genus, epithet] = name.split(' ') as [string, string]
  return [`${genus}\\s+${epithet}`, `${genus[0]}\\.\\s?${epithet}`]
})
const SPECIES = new RegExp(`(?<![\\p{L}\\p{N}])(?:${NAMES.join('|')})(?![\\p{L}\\p{N}])`, 'gu')

export const speciesItalics = defineRule({
  id: 'species-italics',
  summary: 'The name of a species is in italics.',
  why: 'Genus and epithet are italic in every biomedical style; in a heading that is italic already the renderer turns them back.',
  severity: 'off',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a name in upright letters',
      files: `
//- paper.md
Plasmids were grown in Escherichia coli, then in *E. coli* again.
                       ^^^^^^^^^^^^^^^^ warning species-italics: “Escherichia coli” is the name of a species; write “*Escherichia coli*”.
`,
    },
  ],

  *check({ manuscript }) {
    for (const { scope, span: block, prose } of scopesOf(manuscript)) {
      if (scope === 'back') continue
      for (const { 0: text, index } of prose.matchAll(SPECIES)) {
        if (isEmphasised(prose, index, text.length)) continue
        const start = block.start + index
        const span = { start, end: start + text.length }
        const name = text.replace(/\s+/g, ' ')
        yield {
          span,
          message: `“${name}” is the name of a species; write “${inItalics(manuscript, start, name)}”.`,
          fixes: [
            {
              title: `Write “${inItalics(manuscript, start, name)}”`,
              edits: [{ span, newText: inItalics(manuscript, start, text) }],
              safe: false,
            },
          ],
        }
      }
    }
  },
})

/** Whether an odd number of single emphasis marks stands open before the name. */
function isEmphasised(prose: string, index: number, length: number): boolean {
  const before = prose.slice(Math.max(0, index - 200), index).replace(/\*\*|__/g, '')
  const marks = before.match(/[*_]/g)?.length ?? 0
  return marks % 2 === 1 || /^[*_]/.test(prose.slice(index + length)) || /[*_]$/.test(before)
}
