import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { RuleSetting, RuleSettings } from '../../rules/diagnose.ts'
import { ruleNamed } from '../commands/explain.ts'
import { Failure, reasonOf } from '../failure.ts'
import { uriOf } from '../paths.ts'

const SEVERITIES = ['error', 'warning', 'info', 'off'] as const

/** Reads `--rule ID=SEVERITY`. */
export function ruleSettings(given: readonly string[]): RuleSettings {
  const settings = new Map<string, RuleSetting>()
  for (const text of given) {
    const equals = text.indexOf('=')
    const { id } = ruleNamed(equals < 0 ? text : text.slice(0, equals))
    const severity = SEVERITIES.find(known => known === text.slice(equals + 1))
    if (equals < 0 || !severity) {
      throw new Failure(`--rule ${text} has to be ${id}=SEVERITY, with one of ${SEVERITIES.join(', ')}.`)
    }
    settings.set(id, { severity })
  }
  return settings
}

/** The URI of the project file that `--config` names; one that is not there fails the run. */
export async function projectFile(given: string, cwd: string): Promise<string> {
  const path = resolve(cwd, given)
  const status = await stat(path).catch(error => {
    throw new Failure(`The project file “${given}” cannot be read: ${reasonOf(error)}.`)
  })
  if (!status.isFile()) throw new Failure(`The project file “${given}” is not a file.`)
  return uriOf(path)
}
