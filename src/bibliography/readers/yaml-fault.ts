import type { YAMLError } from 'yaml'
import type { Problem } from '../../text/span.ts'

/** What an author did, and can do, for each thing that the YAML parser finds. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['BLOCK_AS_IMPLICIT_KEY', 'A value with a colon and a space in it stands in quotation marks. Put them around it.'],
  ['BAD_INDENT', 'This line is not indented like the other fields, or a bracket before it is not closed.'],
  ['TAB_AS_INDENT', 'A tab stands here for indentation. Use spaces.'],
  ['MULTILINE_IMPLICIT_KEY', 'A colon is missing on this line: write a field as “name: value”.'],
  [
    'BAD_SCALAR_START',
    'This value begins with a character that means something in YAML. Put quotation marks around it.',
  ],
  [
    'UNEXPECTED_TOKEN',
    'This does not belong here. Indent it like the other fields, or put quotation marks around the value.',
  ],
  ['BAD_ALIAS', 'A value that begins with an asterisk stands in quotation marks. Put them around it.'],
  ['BAD_DQ_ESCAPE', 'Between double quotation marks a backslash is written twice.'],
  ['MISSING_CHAR', 'A colon or a closing bracket is missing here.'],
])

/** A value whose quotation mark is not closed on its line. */
const UNCLOSED = /:[ \t]+(["'])(?:(?!\1)[^\r\n])*$/m

/** What is wrong, from the parser's error in `source`, which stands at `start` of a text. */
export function yamlFault(error: YAMLError, source: string, start: number): Problem {
  const unclosed = /closing .?quote/i.test(error.message) ? UNCLOSED.exec(source) : undefined
  const end = source.trimEnd().length
  const found = unclosed ? unclosed.index + unclosed[0].indexOf(unclosed[1]!) : error.pos[0]
  const at = start + Math.max(0, Math.min(found, end - 1))
  const message = unclosed ? 'The quotation mark that opens this value is not closed.' : wordsFor(error, source)
  return { message, span: { start: at, end: at + 1 } }
}

function wordsFor({ code, message, pos: [at] }: YAMLError, source: string): string {
  const line = /^.*/.exec(source.slice(source.lastIndexOf('\n', at - 1) + 1))![0]
  if (/^ *\t/.test(line)) return WORDS.get('TAB_AS_INDENT')!
  if (/\{[^}]*$|\[[^\]]*$/.test(line.replace(/"[^"]*"|'[^']*'/g, '')))
    return 'A bracket that is opened on this line is not closed.'
  if (/without - indicator/.test(message)) return WORDS.get('BAD_INDENT')!
  const own = message.split(/ at line|\n/)[0]
  return WORDS.get(code) ?? `This is not sound YAML: ${own}. Check indentation and quotation marks.`
}
