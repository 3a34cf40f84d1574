import reviewPack from '../../data/packs/meseure-2014.json'
import { editorSettings, projectFileSchema } from '../config/schema.ts'
import { writeIndex } from '../lexicon/binary-index.ts'
import { readPack } from '../lexicon/read-pack.ts'
import { RULES } from '../rules/index.ts'
import type { Rule } from '../rules/rule.ts'

/** Every generated file by path: a function from its present text (empty when it is not there) to the text it should have. */
export const OUTPUTS: Readonly<Record<string, (present: string) => string>> = {
  'package.json': present =>
    json({
      ...JSON.parse(present),
      contributes: { ...JSON.parse(present).contributes, configuration: editorSettings() },
    }),
  'schemas/stroma.schema.json': () => json(projectFileSchema()),
  'data/indexes/meseure-2014.json': () => json(reviewIndex()),
  'README.md': present => betweenMarkers(present, 'rules', ruleTable()),
  'docs/rules/README.md': () => `# Rules\n\n${ruleTable('')}`,
  ...Object.fromEntries(RULES.map(rule => [`docs/rules/${rule.id}.md`, () => rulePage(rule)])),
}

/** The shipped pack compiled, as `stroma lexicon build` would, in base 64: every start is spared the compiling. */
function reviewIndex(): string {
  const pack = readPack(JSON.stringify(reviewPack), 'meseure-2014.json')
  return Buffer.from(writeIndex([pack])).toString('base64')
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

function ruleTable(folder = 'docs/rules/'): string {
  const rows = RULES.map(({ id, summary, severity }) => `| [${id}](${folder}${id}.md) | ${summary} | ${severity} |`)
  return `| Rule | How it should be | Default |\n|---|---|---|\n${rows.join('\n')}\n`
}

function rulePage({ id, summary, why, severity, since, options, examples }: Rule): string {
  const optionRows = Object.entries(options).map(
    ([name, option]) => `| \`${name}\` | ${option.description} | \`${JSON.stringify(option.default)}\` |`,
  )
  const parts = [
    `# ${id}`,
    summary,
    why,
    `Default: **${severity}**. Since ${since}.`,
    ...(optionRows.length > 0
      ? [`## Options\n\n| Option | Meaning | Default |\n|---|---|---|\n${optionRows.join('\n')}`]
      : []),
    ...examples.map(
      ({ shows, files }, index) =>
        `${index === 0 ? '## Examples\n\n' : ''}${capital(shows)}:\n\n${fenced(files.trim())}`,
    ),
    `## Turning it off\n\nIn \`.stroma.yaml\`: \`rules: { ${id}: off }\`. For one line: \`<!-- stroma-disable-next-line ${id}: reason -->\`.`,
  ]
  return `<!-- Generated from src/rules/${id}.ts; run \`npm run generate\`. -->\n\n${parts.join('\n\n')}\n`
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}text\n${text}\n${fence}`
}

/** The text with everything between `<!-- name -->` and `<!-- /name -->` replaced; unchanged where the markers are not. */
function betweenMarkers(text: string, name: string, content: string): string {
  const open = `<!-- ${name} -->\n`
  const start = text.indexOf(open)
  const end = text.indexOf(`<!-- /${name} -->`)
  return start < 0 || end < start ? text : `${text.slice(0, start + open.length)}\n${content}\n${text.slice(end)}`
}
