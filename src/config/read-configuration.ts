import { isMap, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml'
import { DIALECT_NAMES, type DialectName } from '../manuscript/manuscript.ts'
import type { RuleSetting, RuleSettings } from '../rules/diagnose.ts'
import { RULES, ruleOf } from '../rules/index.ts'
import type { Severity } from '../rules/rule.ts'
import { closest } from '../text/closest.ts'
import { isDeepYaml } from '../text/deep-yaml.ts'
import type { Problem, Span } from '../text/span.ts'
import { type Configuration, NO_CONFIGURATION, type Override } from './configuration.ts'
import { readLexicons } from './lexicon-entries.ts'
import { GENERAL_SETTINGS } from './settings.ts'
import { plain, spanOf } from './yaml-node.ts'

const SEVERITIES: readonly (Severity | 'off')[] = ['error', 'warning', 'info', 'off']
const KEYS = [...Object.keys(GENERAL_SETTINGS), 'rules', 'overrides', '$schema']
const OVERRIDE_KEYS = ['files', 'dialect', 'bibliography', 'rules']

/** A project file as read: what is sound is in force, the rest is a problem with its place. */
export interface ReadConfiguration {
  readonly configuration: Configuration
  readonly problems: readonly Problem[]
}

/** Reads `.stroma.yaml` or `.stroma.json` (JSON is YAML too). Never throws. */
export function readConfiguration(text: string): ReadConfiguration {
  if (isDeepYaml(text)) {
    const message = 'The project file is nested too deeply to be settings. Write it with fewer brackets.'
    return {
      configuration: NO_CONFIGURATION,
      problems: [{ message, span: { start: 0, end: Math.min(1, text.length) } }],
    }
  }
  const document = parseDocument(text, { lineCounter: new LineCounter(), logLevel: 'silent', uniqueKeys: true })
  const problems: Problem[] = document.errors.map(({ message, pos }) => ({
    message: `This is not YAML that can be read: ${message.split(' at line')[0]!.trim()}.`,
    span: { start: pos[0], end: Math.max(pos[1], pos[0]) },
  }))
  if (problems.length > 0 || document.contents === null) return { configuration: NO_CONFIGURATION, problems }
  if (!isMap(document.contents)) {
    problems.push({
      message: 'The project file has to be a list of settings such as “dialect: quarto”.',
      span: spanOf(document.contents),
    })
    return { configuration: NO_CONFIGURATION, problems }
  }
  return { configuration: configurationOf(document.contents, problems), problems }
}

/** The same for settings that are data already, such as the editor's. */
export function configurationFromData(data: unknown): ReadConfiguration {
  const { configuration, problems } = readConfiguration(JSON.stringify(data ?? {}) ?? '{}')
  // places in the text made here are no places for anyone
  const lexicons = configuration.lexicons.map(({ span: _, ...entry }) => entry)
  return { configuration: { ...configuration, lexicons }, problems }
}

function configurationOf(map: YAMLMap, problems: Problem[]): Configuration {
  reportUnknown(map, KEYS, problems)
  const read = <Name extends keyof typeof GENERAL_SETTINGS>(name: Name) => generalSetting(map, name, problems)
  const overrides = map.get('overrides')
  const completeTerms = read('completeTerms')
  const showExpansions = read('showExpansions')
  return {
    ...dialectOf(read('dialect')),
    ...(completeTerms !== undefined && { completeTerms }),
    ...(showExpansions !== undefined && { showExpansions }),
    bibliography: read('bibliography') ?? [],
    library: read('library') ?? [],
    retractions: read('retractions') ?? [],
    geneSymbols: read('geneSymbols') ?? [],
    lexicons: map.has('lexicons') ? readLexicons(map.get('lexicons', true), problems) : [],
    ignore: read('ignore') ?? [],
    rules: rulesOf(map, problems),
    overrides: hasItems(overrides) ? overrides.items.flatMap(item => overrideOf(item, problems)) : [],
  }
}

function overrideOf(node: unknown, problems: Problem[]): Override[] {
  if (!isMap(node)) return []
  reportUnknown(node, OVERRIDE_KEYS, problems)
  const files = GENERAL_SETTINGS.ignore.accept(plain(node.get('files', true)))
  if (!files) {
    problems.push({ message: 'An override needs “files:”, the globs that it is for.', span: spanOf(node) })
    return []
  }
  return [
    {
      files,
      ...dialectOf(generalSetting(node, 'dialect', problems)),
      bibliography: generalSetting(node, 'bibliography', problems) ?? [],
      rules: rulesOf(node, problems),
    },
  ]
}

function generalSetting<Name extends keyof typeof GENERAL_SETTINGS>(map: YAMLMap, name: Name, problems: Problem[]) {
  const node = map.get(name, true) as Node | undefined
  if (node === undefined) return undefined
  const setting = GENERAL_SETTINGS[name]
  const value = setting.accept(plain(node)) as (typeof setting)['default'] | undefined
  if (value === undefined) {
    const { type, enum: choices } = setting.schema as { type?: string; enum?: readonly string[] }
    const list = type === 'boolean' ? 'true or false' : 'a text or a list of texts'
    const wanted = choices ? `one of ${choices.join(', ')}` : list
    problems.push({ message: `“${name}” has to be ${wanted}.`, span: spanOf(node) })
  }
  return value as (typeof GENERAL_SETTINGS)[Name]['default'] | undefined
}

function rulesOf(map: YAMLMap, problems: Problem[]): RuleSettings {
  const rules = new Map<string, RuleSetting>()
  const node = map.get('rules')
  if (!isMap(node)) {
    if (node !== undefined && node !== null)
      problems.push({
        message: '“rules” has to list rules with their severities.',
        span: spanOf(map.get('rules', true)),
      })
    return rules
  }
  for (const { key, value } of node.items) {
    const id = String(plain(key))
    if (!ruleOf(id)) {
      const near = closest(
        id,
        RULES.map(rule => rule.id),
      )
      problems.push({
        message: `There is no rule “${id}”${near ? `; did you mean “${near}”?` : '.'}`,
        span: spanOf(key),
      })
      continue
    }
    const setting = ruleSettingOf(id, plain(value), spanOf(value ?? key), problems)
    if (setting) rules.set(id, setting)
  }
  return rules
}

/** `off`, or `{ severity: warning, ignore: [...] }`; YAML's `false` is what old parsers make of `off`. */
function ruleSettingOf(id: string, value: unknown, span: Span, problems: Problem[]): RuleSetting | undefined {
  const severity = SEVERITIES.find(known => known === (value === false ? 'off' : value))
  if (severity) return { severity }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    problems.push({ message: `“${id}” has to be one of ${SEVERITIES.join(', ')}, or severity and options.`, span })
    return undefined
  }
  const { severity: given, ...options } = value as Record<string, unknown>
  const declared = ruleOf(id)!.options
  for (const [name, option] of Object.entries(options)) {
    const setting = Object.hasOwn(declared, name) ? declared[name] : undefined
    if (!setting) problems.push({ message: `The rule “${id}” has no option “${name}”.`, span })
    else if (setting.accept(option) === undefined)
      problems.push({
        message: `The option “${name}” of “${id}” is not of the kind it should be: ${setting.description}`,
        span,
      })
  }
  const chosen = SEVERITIES.find(known => known === (given === false ? 'off' : given))
  if (given !== undefined && !chosen)
    problems.push({ message: `The severity of “${id}” has to be one of ${SEVERITIES.join(', ')}.`, span })
  return { ...(chosen && { severity: chosen }), options }
}

function reportUnknown(map: YAMLMap, known: readonly string[], problems: Problem[]): void {
  for (const { key } of map.items) {
    const name = String(plain(key))
    if (known.includes(name)) continue
    const near = closest(name, known)
    problems.push({
      message: `There is no setting “${name}”${near ? `; did you mean “${near}”?` : '.'}`,
      span: spanOf(key),
    })
  }
}

const dialectOf = (value: string | undefined): { dialect?: DialectName } => {
  const dialect = DIALECT_NAMES.find(name => name === value)
  return dialect ? { dialect } : {}
}

const hasItems = (node: unknown): node is { items: unknown[] } =>
  typeof node === 'object' && node !== null && Array.isArray((node as { items?: unknown }).items)
