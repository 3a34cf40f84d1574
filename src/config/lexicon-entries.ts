import { isMap, isSeq } from 'yaml'
import { type Setting, strings } from '../settings/setting.ts'
import { closest } from '../text/closest.ts'
import type { Problem } from '../text/span.ts'
import type { LexiconEntry } from './configuration.ts'
import { plain, spanOf } from './yaml-node.ts'

const NAMES = strings('')

const FIELDS = {
  path: {
    type: 'string',
    description:
      'A pack, an ontology or another vocabulary, or an index that `stroma lexicon build` made, from the project file; `stroma:meseure-2014` is the pack that ships.',
  },
  enabled: { type: 'boolean', default: true, description: 'Whether any of it is used.' },
  categories: { description: 'Use only the concepts of these categories.' },
  exceptCategories: { description: 'Use all concepts but those of these categories.' },
  packs: { description: 'Of an index of several packs, use only those with these ids.' },
  exceptPacks: { description: 'Of an index of several packs, use all but those with these ids.' },
}
const LISTS = ['categories', 'exceptCategories', 'packs', 'exceptPacks'] as const

const names = { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] }

const ENTRY = {
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(FIELDS).map(([name, field]) => [name, 'type' in field ? field : { ...field, ...names }]),
  ),
  required: ['path'],
  additionalProperties: false,
}

/** A list of lexicons, each a path or a mapping that says what of it is used. */
export const lexicons = (description: string): Setting<readonly LexiconEntry[]> => ({
  description,
  default: [],
  schema: { type: 'array', items: { anyOf: [{ type: 'string' }, ENTRY] } },
  accept: given => (Array.isArray(given) ? given.flatMap(item => entryOf(item, () => undefined) ?? []) : undefined),
})

/** The lexicons that a project file names; what is wrong with one costs only that one. */
export function readLexicons(node: unknown, problems: Problem[]): readonly LexiconEntry[] {
  const items = isSeq(node) ? node.items : [node]
  return items.flatMap(item => {
    const span = spanOf(item)
    const entry = entryOf(plain(item), (message, field) => {
      const pair = isMap(item) ? item.items.find(({ key }) => plain(key) === field) : undefined
      problems.push({ message, span: pair ? spanOf(pair.key) : span })
    })
    const path = isMap(item) ? spanOf(item.get('path', true)) : span
    return entry ? [{ ...entry, span: path }] : []
  })
}

function entryOf(given: unknown, complain: (message: string, field?: string) => void): LexiconEntry | undefined {
  if (typeof given === 'string') return { path: given }
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return void complain('A lexicon is a path, or a mapping with “path:” and what of it is used.')
  const fields = given as Readonly<Record<string, unknown>>
  for (const field of Object.keys(fields)) {
    if (Object.hasOwn(FIELDS, field)) continue
    const near = closest(field, Object.keys(FIELDS))
    complain(`A lexicon has no setting “${field}”${near ? `; did you mean “${near}”?` : '.'}`, field)
  }
  const { path, enabled } = fields
  if (typeof path !== 'string' || path === '') return void complain('A lexicon needs “path:”, the file that it is in.')
  if (enabled !== undefined && typeof enabled !== 'boolean')
    complain('“enabled” of a lexicon has to be true or false.', 'enabled')
  const lists = LISTS.flatMap(name => {
    if (fields[name] === undefined) return []
    const list = NAMES.accept(fields[name])
    if (!list) complain(`“${name}” of a lexicon has to be a text or a list of texts.`, name)
    return list ? [[name, list] as const] : []
  })
  return { path, ...(typeof enabled === 'boolean' && { enabled }), ...Object.fromEntries(lists) }
}
