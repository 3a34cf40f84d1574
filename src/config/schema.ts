import { RULES } from '../rules/index.ts'
import type { Rule } from '../rules/rule.ts'
import type { Setting } from '../settings/setting.ts'
import { GENERAL_SETTINGS } from './settings.ts'

type Schema = Readonly<Record<string, unknown>>

const SEVERITY: Schema = { enum: ['error', 'warning', 'info', 'off'] }

const settingSchema = ({ schema, description, default: value }: Setting): Schema => ({
  ...schema,
  description,
  default: value,
})

/** A list of texts may be given as one text in files that people write. */
const lenient = (setting: Setting): Schema => {
  const { type, items, ...rest } = settingSchema(setting)
  return type === 'array' ? { ...rest, anyOf: [{ type: 'string' }, { type, items }] } : settingSchema(setting)
}

function ruleSchema({ summary, severity, options }: Rule): Schema {
  const properties = Object.fromEntries(Object.entries(options).map(([name, option]) => [name, settingSchema(option)]))
  return {
    description: summary,
    default: severity,
    anyOf: [
      SEVERITY,
      { type: 'object', properties: { severity: SEVERITY, ...properties }, additionalProperties: false },
    ],
  }
}

/** `rules`, in the project file and as `stroma.rules` in the editor. */
export const rulesSchema = (): Schema => ({
  description: 'Severity, or severity and options, by rule.',
  type: 'object',
  properties: Object.fromEntries(RULES.map(rule => [rule.id, ruleSchema(rule)])),
  additionalProperties: false,
})

/** The JSON schema of `.stroma.yaml` and `.stroma.json`. */
export function projectFileSchema(): Schema {
  const general = Object.fromEntries(
    Object.entries(GENERAL_SETTINGS).map(([name, setting]) => [name, lenient(setting)]),
  )
  const { dialect, bibliography } = general
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Stroma project file',
    type: 'object',
    properties: {
      $schema: { type: 'string' },
      ...general,
      rules: rulesSchema(),
      overrides: {
        description: 'Other settings for some of the files.',
        type: 'array',
        items: {
          type: 'object',
          properties: { files: lenient(GENERAL_SETTINGS.ignore), dialect, bibliography, rules: rulesSchema() },
          required: ['files'],
          additionalProperties: false,
        },
      },
    },
    additionalProperties: false,
  }
}

/** `contributes.configuration` of the extension: the same settings behind `stroma.`. */
export function editorSettings(): Schema {
  const general: readonly [string, Schema][] = Object.entries(GENERAL_SETTINGS).map(([name, setting], order) => {
    const { description, ...schema } = settingSchema(setting)
    const { scope = 'resource' } = setting as Setting
    return [`stroma.${name}`, { ...schema, markdownDescription: description, scope, order }]
  })
  const { description, ...rules } = rulesSchema()
  return {
    title: 'Stroma',
    properties: {
      ...Object.fromEntries(general),
      'stroma.rules': {
        ...rules,
        markdownDescription: description,
        default: {},
        scope: 'resource',
        order: general.length,
      },
    },
  }
}
