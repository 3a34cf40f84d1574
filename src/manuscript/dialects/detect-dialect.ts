import type { FrontMatter } from '../front-matter.ts'
import type { DialectName } from '../manuscript.ts'

/** Names of project files that tell a dialect, to be looked for in the manuscript's folder and in those above it. */
export const PROJECT_FILES: readonly string[] = [
  '_quarto.yml',
  '_quarto.yaml',
  '_bookdown.yml',
  '_bookdown.yaml',
  'myst.yml',
  'myst.yaml',
  'content/metadata.yaml',
]

/** What is known of a manuscript before it is read. */
export interface Circumstances {
  readonly path: string
  readonly frontMatter: Pick<FrontMatter, 'data'>
  /** Which of `PROJECT_FILES` were found, nearest first; a path may stand before each name. */
  readonly projectFiles: readonly string[]
  /** The manuscript, where it may be asked when nothing else tells. */
  readonly text?: string
}

/**
 * The dialect of a manuscript: by its file name where that is telling, then by its front matter, then by the nearest project
 * file, by what only MyST has, and Pandoc's where nothing says otherwise.
 */
export function detectDialect({ path, frontMatter, projectFiles, text = '' }: Circumstances): DialectName {
  const normal = path.replaceAll('\\', '/').toLowerCase()
  if (/\.qmd$/.test(normal)) return 'quarto'
  if (/\.rmd$/.test(normal)) return 'rmarkdown'
  return byFrontMatter(frontMatter.data) ?? byProject(normal, projectFiles) ?? (hasMyst(text) ? 'myst' : 'pandoc')
}

function byFrontMatter(data: FrontMatter['data']): DialectName | undefined {
  const has = (name: string): boolean => name in data
  if (['kernelspec', 'jupytext', 'mystnb', 'myst', 'exports', 'numbering'].some(has)) return 'myst'
  if (typeof data.output === 'string' && /^(?:\w+::)?\w+_\w+$/.test(data.output)) return 'rmarkdown'
  if (isRecord(data.output) && Object.keys(data.output).some(name => /^(?:\w+::)?\w+_\w+$/.test(name))) {
    return 'rmarkdown'
  }
  if (['format', 'engine', 'execute', 'crossref', 'quarto-required'].filter(has).length > 1) return 'quarto'
  return Object.keys(data).some(name => name.startsWith('manubot-')) ? 'manubot' : undefined
}

function byProject(path: string, projectFiles: readonly string[]): DialectName | undefined {
  for (const file of projectFiles) {
    if (/(?:^|\/)_quarto\.ya?ml$/.test(file)) return 'quarto'
    if (/(?:^|\/)_bookdown\.ya?ml$/.test(file)) return 'rmarkdown'
    if (/(?:^|\/)myst\.ya?ml$/.test(file)) return 'myst'
    if (/(?:^|\/)content\/metadata\.yaml$/.test(file) && isOfManubot(path)) return 'manubot'
  }
  return undefined
}

/** Of a Manubot repository, what stands in `content/` and what is made of it in `output/` are manuscripts; a README is not. */
const isOfManubot = (path: string): boolean =>
  /(?:^|\/)(?:content|output|build)\/[^/]+$|(?:^|\/)manuscript\.md$/.test(path)

/** Directives, roles and targets, in the beginning of a text: no other Markdown has them. */
const hasMyst = (text: string): boolean => MYST.test(text.slice(0, 100_000))

const MYST = new RegExp(
  [
    '^:{3,}\\{[a-z][\\w:-]*\\}',
    '^`{3,}\\{(?:figure|image|note|tip|warning|important|admonition|seealso|dropdown|math|table|list-table|code-block|code-cell|' +
      'include|toctree|bibliography|glossary|embed|iframe|tab-set|grid|card|prf:\\w+)\\}',
    '\\{(?:ref|numref|eq|doc|term|download|abbr|cite(?::\\w+)?|prf:ref)\\}`[^`\\s]',
    '^\\([\\w-]{1,100}\\)=[ \\t]*$',
  ].join('|'),
  'm',
)

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
