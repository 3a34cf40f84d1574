import type { YAMLError } from 'yaml'
import type { Problem } from '../../text/span.ts'
import type { Place } from '../front-matter.ts'

const MAX_LENGTH = 2_000_000
const MAX_NESTING = 200

/** What the YAML parser says in its own words, followed by what an author can do about it. */
const REMEDIES: ReadonlyMap<string, string> = new Map([
  ['BLOCK_AS_IMPLICIT_KEY', 'Put quotes around a value that has a colon in it.'],
  ['BAD_INDENT', 'Check the indentation of this line and that every bracket above it is closed.'],
  ['TAB_AS_INDENT', 'Indent with spaces, not with tabs.'],
  ['MISSING_CHAR', 'Add the missing character, or put quotes around the value.'],
  ['BAD_SCALAR_START', 'Put quotes around the value: it begins with a character that has a meaning in YAML.'],
  ['UNEXPECTED_TOKEN', 'Put quotes around the value, or remove what does not belong here.'],
  ['BAD_DQ_ESCAPE', 'Use single quotes, or write the backslash twice.'],
  ['BAD_ALIAS', 'Put quotes around a value that begins with an asterisk.'],
])

export const yamlProblems = {
  unreadable: 'The front matter is not YAML that can be read. Check its indentation and quotes.',

  /** Why a source is not even given to the parser, which would take too long over it or too deep. */
  refuse(source: string): string | undefined {
    if (source.length > MAX_LENGTH)
      return 'The front matter is too long to be read. Move the data to a file of its own.'
    let depth = 0
    for (let index = 0; index < source.length; index++) {
      const code = source.charCodeAt(index)
      if (code === 0x5b || code === 0x7b) depth++
      else if (code === 0x5d || code === 0x7d) depth = Math.max(0, depth - 1)
      if (depth > MAX_NESTING) return TOO_DEEP
    }
    return deepBlocks(source) ? TOO_DEEP : undefined
  },

  describe(error: YAMLError, source: string, at: Place): Problem {
    const [start, end] = error.pos
    const from = Math.min(start, Math.max(0, source.length - 1))
    const reason = error.message.replace(/\.?$/, '.')
    const remedy = REMEDIES.get(error.code) ?? 'Until it is mended, only the bibliography is taken from it.'
    return {
      message: `The front matter is not valid YAML: ${reason} ${remedy}`,
      span: at(from, Math.max(from, Math.min(end, source.length))),
    }
  },
}

const TOO_DEEP = 'The front matter is nested too deeply to be read. Write the values out in fewer levels.'

/** `- - - -` and ever deeper indentation nest without brackets. */
function deepBlocks(source: string): boolean {
  const dashes = /(?:[-?][ \t]+){200}/
  const indentation = /(?:^|[\r\n]) {2000}/
  return dashes.test(source) || indentation.test(source)
}
