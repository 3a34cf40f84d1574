import type { Report } from '../report.ts'
import type { Paint } from '../terminal.ts'
import { checkstyle } from './checkstyle.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { rdjson } from './rdjson.ts'
import { sarif } from './sarif.ts'
import { stylish } from './stylish.ts'

/** Writes a report in one format. */
export type Reporter = (report: Report, paint: Paint) => string

/** By the name that `--format` takes. */
export const REPORTERS: ReadonlyMap<string, Reporter> = new Map([
  ['stylish', stylish],
  ['json', json],
  ['sarif', sarif],
  ['github', github],
  ['gitlab', gitlab],
  ['junit', junit],
  ['checkstyle', checkstyle],
  ['rdjson', rdjson],
])
