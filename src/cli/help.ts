import type { Option } from './arguments.ts'
import type { Command } from './command.ts'

/** What `stroma --help` prints. */
export function overview(commands: readonly { readonly name: string; readonly summary: string }[]): string {
  return [
    'Stroma checks biomedical manuscripts in Markdown: citations that resolve, references that lead somewhere.',
    '',
    'Usage: stroma COMMAND [OPTIONS]',
    '',
    ...columns([
      ...commands.map(({ name, summary }): [string, string] => [name, summary]),
      ['--version', 'Print the version.'],
      ['--help', 'Print this, or after a command what it accepts.'],
    ]),
    '',
    'Exit status: 0 clean, 1 findings at error level or past --max-warnings, 2 the run itself failed.',
    '',
  ].join('\n')
}

/** What `stroma COMMAND --help` prints. */
export function commandHelp({ name, summary, operands, options, notes = [] }: Command): string {
  const rows = Object.entries(options).map(([option, declared]): [string, string] => [
    `--${option}${placeholder(declared)}`,
    declared.description,
  ])
  return [
    summary,
    '',
    `Usage: stroma ${name} ${operands}${rows.length > 0 ? ' [OPTIONS]' : ''}`.trimEnd(),
    '',
    ...columns([...rows, ['--help', 'Print this.']]),
    ...notes.flatMap(note => ['', ...wrap(note, WIDTH)]),
    '',
  ].join('\n')
}

const WIDTH = 100

function placeholder(option: Option): string {
  if (option.kind === 'flag') return ''
  return option.kind === 'optional-value' ? ` [${option.placeholder}]` : ` ${option.placeholder}`
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const left = Math.min(28, Math.max(...rows.map(([name]) => name.length)))
  return rows.flatMap(([name, description]) => {
    const lines = wrap(description, WIDTH - left - 4)
    const beside = name.length <= left ? `  ${name.padEnd(left)}  ${lines.shift() ?? ''}` : `  ${name}`
    return [beside, ...lines.map(line => `${' '.repeat(left + 4)}${line}`)]
  })
}

function wrap(text: string, width: number): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!
    if (line && line.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = line ? `${line} ${word}` : word
  }
  return lines
}
