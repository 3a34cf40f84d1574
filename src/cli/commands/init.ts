import { access, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { defineCommand } from '../command.ts'
import { Failure, reasonOf } from '../failure.ts'

const NAMES = ['.stroma.yaml', '.stroma.yml', '.stroma.json']

const STARTER = `# Settings of Stroma for this folder and those below it, for the editor and for CI alike.
# Every setting may be left out.

# Which renderer's reading to follow: auto, pandoc, quarto, rmarkdown, myst or manubot.
dialect: auto

# Bibliographies for every manuscript, besides those that its front matter names.
# bibliography:
#   - references.bib

# Files that are not checked.
# ignore:
#   - drafts/**

# error, warning, info or off, by rule; “stroma explain” lists the rules.
rules: {}
#  unresolved-citation: error

# Other settings for some of the files.
# overrides:
#   - files: supplement/**
#     rules:
#       unresolved-citation: warning
`

/** Writes a starter project file; one that is there already is never touched. */
export const init = defineCommand({
  name: 'init',
  summary: 'Write a starter .stroma.yaml in this folder.',
  operands: '',
  options: {},
  async run(operands, _options, io) {
    if (operands.length > 0)
      throw new Failure('“stroma init” takes no arguments; it writes into the working directory.')
    for (const name of NAMES) {
      if (await exists(join(io.cwd, name))) throw new Failure(`${name} is there already; it was left as it is.`)
    }
    try {
      await writeFile(join(io.cwd, '.stroma.yaml'), STARTER, { flag: 'wx' })
    } catch (error) {
      throw new Failure(`.stroma.yaml cannot be written: ${reasonOf(error)}.`)
    }
    io.err('Wrote .stroma.yaml.\n')
    return 0
  },
})

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
