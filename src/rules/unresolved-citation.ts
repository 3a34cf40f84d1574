import type { Analysis, Project } from '../analysis/analysis.ts'
import { isUnread } from '../bibliography/merge-library.ts'
import type { Library } from '../bibliography/reference.ts'
import { identifierOf } from '../manuscript/manubot/identifier.ts'
import type { CitationItem, DialectName, Manuscript } from '../manuscript/manuscript.ts'
import { citekeyOfTyped } from '../manuscript/typed-citation.ts'
import { strings } from '../settings/setting.ts'
import { closestAmong } from '../text/closest.ts'
import { defineRule, type Finding, type Fix } from './rule.ts'

export const unresolvedCitation = defineRule({
  id: 'unresolved-citation',
  summary: 'Every citekey names a reference in the bibliography.',
  why: 'The renderer prints an unresolved citekey as “(smith2002?)” or drops it, usually with no more than a line in a log, and reviewers see it before you do.',
  severity: 'error',
  since: '0.1.0',
  options: {
    ignore: strings('Citekeys, or beginnings of citekeys, that are resolved elsewhere.'),
  },
  examples: [
    {
      shows: 'a citekey that is misspelt',
      files: `
//- refs.bib
@article{smith2020, title = {Fibroblasts}, author = {Smith, Ann}, journal = {Stroma}, year = 2020}
//- paper.md
---
bibliography: refs.bib
---
Fibroblasts remodel the matrix [@smith2002].
                                ^^^^^^^^^^ error unresolved-citation: No reference has the citekey “smith2002”; did you mean “smith2020”?
`,
    },
  ],

  *check(analysis, { ignore }) {
    const { manuscript, library } = analysis
    if (isUnknown(library)) return
    const resolves = citekeyResolver(analysis)
    const cites = isMeantToCite(manuscript, library)
    for (const { items, field, mode } of manuscript.citations) {
      if (field === 'nocite') continue
      for (const item of items) {
        if (item.crossReference || resolves(item.citekey)) continue
        if (mode === 'narrative' && !cites && !/\d/.test(item.citekey)) continue
        if (ignore.some(start => item.citekey.startsWith(start))) continue
        yield finding(item, library)
      }
    }
  },
})

/**
 * Whether `@name` can be a citation at all. In a text with no bibliography of its own, no word of citing in its front
 * matter and no citation in brackets, such as a README, it is somebody's handle or a package's scope.
 */
const isMeantToCite = ({ citations, frontMatter, dialect }: Manuscript, { sources }: Library): boolean =>
  dialect !== 'pandoc' ||
  ['csl', 'nocite', 'citeproc', 'link-citations'].some(field => field in frontMatter.data) ||
  sources.some(({ declaredIn }) => declaredIn !== 'built-in') ||
  citations.some(({ mode }) => mode === 'parenthetical')

/**
 * Whether nothing can be said of what resolves: a bibliography is on the web or has yet to be read, or none that the manuscript names could be read,
 * which `missing-bibliography` reports once instead of every citation.
 */
function isUnknown(library: Library): boolean {
  const { sources } = library
  const named = sources.filter(({ declaredIn }) => declaredIn !== 'built-in')
  return (
    isUnread(library) ||
    sources.some(({ remote }) => remote) ||
    (named.length > 0 && named.every(({ bibliography }) => !bibliography))
  )
}

/** Says of a citekey whether it leads somewhere: to a reference, by itself, or by an alias. */
export function citekeyResolver({ manuscript, library, project }: Analysis): (citekey: string) => boolean {
  const named = namedElsewhere(manuscript, project)
  const typed = 'cito-bibliography' in manuscript.frontMatter.data
  const resolves = (citekey: string): boolean =>
    library.references.has(citekey) ||
    library.aliases.has(citekey) ||
    named.has(citekey) ||
    resolvesByItself(citekey, manuscript.dialect)
  return citekey => resolves(citekey) || (typed && resolves(citekeyOfTyped(citekey) ?? citekey))
}

/** What is no reference and can be cited all the same: aliases of identifiers, and in MyST the labels of other pages. */
function namedElsewhere({ aliases, dialect }: Manuscript, { others }: Project): ReadonlySet<string> {
  const outlines = others.map(({ outline }) => outline)
  const names = [aliases, ...outlines.map(outline => outline.aliases)].flat().map(({ citekey }) => citekey)
  const labels = dialect === 'myst' ? outlines.flatMap(outline => outline.labels).map(({ label }) => label) : []
  return new Set([...names, ...labels])
}

/**
 * Manubot looks persistent identifiers up when it builds, of which `malformed-identifier` judges the form, and fills
 * `@{{…}}` in; MyST does so for DOIs, and asks other projects for `xref:`.
 */
function resolvesByItself(citekey: string, dialect: DialectName): boolean {
  if (dialect === 'myst') return /^xref:|^(?:(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)?10\.\d{4,9}\/)/i.test(citekey)
  if (dialect !== 'manubot') return false
  const isTemplate = citekey.startsWith('{') && citekey.endsWith('}')
  return isTemplate || identifierOf(citekey) !== undefined
}

function finding(item: CitationItem, library: Library): Finding {
  const near = closestKey(library)(item.citekey)
  if (library.offered.references.has(item.citekey)) {
    const message = `No reference has the citekey “${item.citekey}”; your own library has one, which the renderer does not see.`
    return { span: item.span, message }
  }
  const message = `No reference has the citekey “${item.citekey}”`
  if (near === undefined) return { span: item.span, message: `${message}.` }
  const fix: Fix = { title: `Cite “${near}” instead`, edits: [{ span: item.citekeySpan, newText: near }], safe: false }
  return { span: item.span, message: `${message}; did you mean “${near}”?`, fixes: [fix] }
}

interface Closest {
  readonly keys: readonly string[]
  readonly to: (wanted: string) => string | undefined
}

const closestKeys = new WeakMap<Library['references'], Closest>()
let latest: Closest | undefined

/**
 * Large libraries are gone through once for each key that a manuscript misspells, not once for each keystroke, and not
 * again when they are exported again with the same keys.
 */
function closestKey({ references }: Library): (wanted: string) => string | undefined {
  let known = closestKeys.get(references)
  if (!known) {
    if (latest && hasKeys(references, latest.keys)) known = latest
    else {
      const keys = [...references.keys()]
      known = { keys, to: closestAmong(keys) }
    }
    closestKeys.set(references, known)
  }
  latest = known
  return known.to
}

function hasKeys(references: Library['references'], keys: readonly string[]): boolean {
  if (references.size !== keys.length) return false
  let at = 0
  for (const key of references.keys()) if (key !== keys[at++]) return false
  return true
}
