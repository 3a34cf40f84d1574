import { REPORTERS } from '../reporters/index.ts'
import { namesCommit } from './changed.ts'

/** What `stroma lint` accepts. */
export const LINT_OPTIONS = {
  format: {
    kind: 'values',
    placeholder: 'FORMAT[=FILE]',
    description: `Report in a format: ${[...REPORTERS.keys()].join(', ')}. Repeat it with =FILE to write several.`,
  },
  fix: { kind: 'flag', description: 'Make the fixes that cannot change what was meant.' },
  'fix-dry-run': {
    kind: 'flag',
    description: 'Report as if fixed, but write nothing; json has the fixed text as “output”.',
  },
  quiet: { kind: 'flag', description: 'Report errors only.' },
  'max-warnings': { kind: 'value', placeholder: 'N', description: 'Exit with 1 when there are more warnings than N.' },
  rule: {
    kind: 'values',
    placeholder: 'ID=SEVERITY',
    description: 'Set a rule to error, warning, info or off, over what the project file says.',
  },
  config: {
    kind: 'value',
    placeholder: 'FILE',
    description: 'Use this project file, not the one upward from each manuscript.',
  },
  changed: {
    kind: 'optional-value',
    placeholder: 'REF',
    takes: namesCommit,
    description:
      'Check only what differs from a Git commit (HEAD when none is named), and what rests on files that differ.',
  },
  stdin: { kind: 'flag', description: 'Check standard input.' },
  'stdin-filename': {
    kind: 'value',
    placeholder: 'FILE',
    description: 'The path that standard input stands for: its settings and bibliographies hold.',
  },
  baseline: { kind: 'value', placeholder: 'FILE', description: 'Leave out the findings that this file knows.' },
  'update-baseline': {
    kind: 'flag',
    description: 'Write all present findings to the baseline (.stroma-baseline.json when none is named).',
  },
  cache: { kind: 'flag', description: 'Keep results in .stroma-cache and check again only what changed in content.' },
  threads: { kind: 'value', placeholder: 'N', description: 'Check in N threads.' },
  statistics: { kind: 'flag', description: 'Count the findings of each rule.' },
  'no-progress': { kind: 'flag', description: 'Draw no progress.' },
  color: { kind: 'flag', description: 'Colour the output even where it is no terminal.' },
  'no-color': { kind: 'flag', description: 'Never colour the output.' },
} as const
