/** Words for declaring a setting once: its type, its default and its JSON schema follow from the declaration. */
export interface Setting<T = unknown> {
  readonly description: string
  readonly default: T
  /** JSON schema of the value, without description and default. */
  readonly schema: Readonly<Record<string, unknown>>
  /** Where an editor keeps it, when it is not of the project but of the machine that the author sits at. */
  readonly scope?: 'machine-overridable'
  /** The value, or nothing when it is not of the kind declared. */
  accept(value: unknown): T | undefined
}

export type Settings = Readonly<Record<string, Setting>>

/** The values that a group of declared settings takes. */
export type ValuesOf<S extends Settings> = { readonly [Name in keyof S]: S[Name] extends Setting<infer T> ? T : never }

export const flag = (description: string, value: boolean): Setting<boolean> => ({
  description,
  default: value,
  schema: { type: 'boolean' },
  accept: given => (typeof given === 'boolean' ? given : undefined),
})

export const count = (description: string, value: number, minimum = 0): Setting<number> => ({
  description,
  default: value,
  schema: { type: 'integer', minimum },
  accept: given => (typeof given === 'number' && Number.isInteger(given) && given >= minimum ? given : undefined),
})

export const choice = <const T extends string>(
  description: string,
  values: readonly T[],
  value: NoInfer<T>,
): Setting<T> => ({
  description,
  default: value,
  schema: { type: 'string', enum: values },
  accept: given => values.find(known => known === given),
})

export const text = (description: string, value = ''): Setting<string> => ({
  description,
  default: value,
  schema: { type: 'string' },
  accept: given => (typeof given === 'string' ? given : undefined),
})

/** A list of strings; a single string is taken as a list of one. */
export const strings = (description: string, value: readonly string[] = []): Setting<readonly string[]> => ({
  description,
  default: value,
  schema: { type: 'array', items: { type: 'string' } },
  accept: given => {
    if (typeof given === 'string') return [given]
    return Array.isArray(given) && given.every(item => typeof item === 'string') ? given : undefined
  },
})

/** A list of some of the values; a single one is taken as a list of one. */
export const choices = <const T extends string>(
  description: string,
  values: readonly T[],
  value: readonly NoInfer<T>[],
): Setting<readonly T[]> => ({
  description,
  default: value,
  schema: { type: 'array', items: { type: 'string', enum: values } },
  accept: given => {
    const list = Array.isArray(given) ? given : [given]
    const known = values.filter(one => list.includes(one))
    return list.every(one => known.includes(one)) ? known : undefined
  },
})

/** The values given, each replaced by its default where it is missing or of another kind. */
export function valuesOf<S extends Settings>(settings: S, given: Readonly<Record<string, unknown>> = {}): ValuesOf<S> {
  const values = Object.entries(settings).map(([name, setting]) => [
    name,
    setting.accept(given[name]) ?? setting.default,
  ])
  return Object.fromEntries(values) as ValuesOf<S>
}
