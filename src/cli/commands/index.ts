import type { Command } from '../command.ts'

/** The commands in the order of the help; each is loaded when it is wanted. */
export const COMMANDS: readonly {
  readonly name: string
  readonly summary: string
  load(): Promise<Command>
}[] = [
  {
    name: 'lint',
    summary: 'Check manuscripts and their bibliographies.',
    load: async () => (await import('./lint.ts')).lint,
  },
  {
    name: 'inspect',
    summary: 'Show everything Stroma sees in a manuscript.',
    load: async () => (await import('./inspect.ts')).inspect,
  },
  {
    name: 'references',
    summary: 'Read bibliographies of any format and write their references in another.',
    load: async () => (await import('./references.ts')).references,
  },
  {
    name: 'explain',
    summary: 'Say why a rule is there, with its options and examples.',
    load: async () => (await import('./explain.ts')).explain,
  },
  {
    name: 'lexicon',
    summary: 'Check lexicons of any format, make packs of them, or one index of many.',
    load: async () => (await import('./lexicon.ts')).lexicon,
  },
  {
    name: 'init',
    summary: 'Write a starter .stroma.yaml.',
    load: async () => (await import('./init.ts')).init,
  },
  {
    name: 'server',
    summary: 'Run the language server.',
    load: async () => (await import('./server.ts')).server,
  },
]
