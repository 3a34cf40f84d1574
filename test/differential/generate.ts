import { type Random, random } from './random.ts'

/** A short text that mixes the constructs in which a citation may stand or seem to stand; each key in it is used once. */
export function generate(seed: number): string {
  const from = random(seed)
  let keys = 0
  const key = (): string => `k${++keys}`
  const blocks: string[] = []
  for (let count = 1 + from.integer(4); count > 0; count--) blocks.push(block(from, key, 0))
  let text = blocks.join(from.pick(['\n\n', '\n\n', '\n\n', '\n', '\n\n\n', '\n \n']))
  for (let edits = from.integer(4) - 1; edits > 0; edits--) text = edit(from, text)
  return text
}

type NextKey = () => string

const WORDS = [
  'foo',
  'Bar',
  'p.',
  'e.g.',
  'é',
  '12',
  'x_y',
  'see',
  'Table 2',
  '...',
  'B.',
  '日本',
  'i',
  'A',
  '—',
  'Fig.',
]
const MARKS = '[](){}<>*_~^`$\\!@#:;-.\'"|=+ \n&%/,'.split('')
const LABELS = ['lab', 'ref', 'Foo bar', 'foo', 'x-y', 'a_b']

const citekey = (from: Random, key: NextKey): string =>
  from.pick([
    () => `@${key()}`,
    () => `@${key()}`,
    () => `@{${key()}}`,
    () => `-@${key()}`,
    () => `@${key()}:${from.pick(WORDS)}`,
    () => `@${key()}${from.pick(MARKS)}${from.pick(WORDS)}`,
    () => `${from.pick(MARKS)}@${key()}`,
    () => `@https://x.org/${key()}`,
    () => `@doi:10.1/(${key()})`,
    () => `\\@${key()}`,
    () => `a@${key()}.org`,
  ])()

const group = (from: Random, key: NextKey, depth: number): string =>
  from.pick([
    () => `[${citekey(from, key)}]`,
    () => `[${citekey(from, key)}; ${citekey(from, key)}]`,
    () => `[see ${citekey(from, key)}, p. 3]`,
    () => `[${inlines(from, key, depth + 1)}${citekey(from, key)}${inlines(from, key, depth + 1)}]`,
    () => `[${citekey(from, key)};${inlines(from, key, depth + 1)}; ${citekey(from, key)}]`,
    () => `${citekey(from, key)} [p. 3]`,
    () => `${citekey(from, key)} [${inlines(from, key, depth + 1)}]`,
    () => `${citekey(from, key)} [${citekey(from, key)}]`,
    () => `${citekey(from, key)}\n[p. 3; ${citekey(from, key)}]`,
    () => `(@${from.pick(LABELS)})`,
  ])()

/** One inline construct, perhaps with others in it. */
function inline(from: Random, key: NextKey, depth: number): string {
  if (depth > 3) return from.chance(0.5) ? from.pick(WORDS) : citekey(from, key)
  const inner = (): string => inlines(from, key, depth + 1)
  const mark = from.pick(MARKS)
  return from.pick([
    () => from.pick(WORDS),
    () => from.pick(WORDS),
    () => mark,
    () => citekey(from, key),
    () => citekey(from, key),
    () => group(from, key, depth),
    () => group(from, key, depth),
    () => `*${inner()}*`,
    () => `**${inner()}**`,
    () => `_${inner()}_`,
    () => `***${inner()}${from.pick(['***', '**', '*'])}`,
    () => `~~${inner()}~~`,
    () => `^${inner()}^`,
    () => `~${inner()}~`,
    () => `"${inner()}"`,
    () => `'${inner()}'`,
    () => `\`${inner()}\``,
    () => `\`\`${inner()}\`\`{=html}`,
    () => `$${inner()}$`,
    () => `$$${inner()}$$`,
    () => `[${inner()}](${from.pick(['u', 'http://x.org/@z', '<a b>', 'u "t"', 'a(b)c', ''])})`,
    () => `[${inner()}][${from.pick(LABELS)}]`,
    () => `[${from.pick(LABELS)}]`,
    () => `[${inner()}]`,
    () => `[${inner()}]{.c #i k="v"}`,
    () => `![${inner()}](f.png)${from.pick(['', '{#fig:x}', '{width=5'])}`,
    () => `![${inner()}][${from.pick(LABELS)}]`,
    () => `^[${inner()}]`,
    () => `[^${from.pick(LABELS)}]`,
    () => `<b>${inner()}</b>`,
    () => `<span class="x">${inner()}</span>`,
    () => `<a href="@z">${inner()}`,
    () => `<!-- ${inner()} -->`,
    () => `<https://x.org/@z>`,
    () => `<a@b.org>`,
    () => `https://x.org/@${key()}`,
    () => `\\cite{${inner()}}`,
    () => `\\ref{@z}`,
    () => `&amp;${inner()}&quot;`,
    () => `\\${mark}`,
    () => `<div>${inner()}</div>`,
  ])()
}

function inlines(from: Random, key: NextKey, depth: number): string {
  let text = ''
  for (let count = 1 + from.integer(3); count > 0; count--) {
    text += inline(from, key, depth) + from.pick(['', ' ', ' ', ' ', '\n'])
  }
  return text
}

const indent = (text: string, by: string): string => text.split('\n').join(`\n${by}`)

/** One block, perhaps with others in it. */
function block(from: Random, key: NextKey, depth: number): string {
  const text = (): string => inlines(from, key, depth)
  const line = (): string => text().replace(/\n/g, ' ')
  if (depth > 2) return text()
  const inner = (): string => {
    const first = block(from, key, depth + 1)
    return from.chance(0.3) ? `${first}\n\n${block(from, key, depth + 1)}` : first
  }
  const item = (marker: string): string => marker + indent(inner(), from.chance(0.8) ? ' '.repeat(marker.length) : '')
  return from.pick([
    text,
    text,
    text,
    () => `${'#'.repeat(1 + from.integer(3))} ${line()}${from.pick(['', ' {#sec:x}', ' #', ' {-}'])}`,
    () => `# ${from.pick(LABELS)}`,
    () => `${line()}\n${from.pick(['===', '---', '-', '--='])}`,
    () => `> ${indent(inner(), from.chance(0.8) ? '> ' : '')}`,
    () => [item('- '), item('- ')].join(from.pick(['\n', '\n\n'])),
    () => [item('1. '), item('2. ')].join(from.pick(['\n', '\n\n'])),
    () => item(from.pick(['a) ', '(i) ', '#. ', 'B.  ', '* ', '+   ', 'iv. '])),
    () => item(`(@${from.pick(LABELS)}) `),
    () => item(from.pick(['(@) ', '@. ', '@lab. ', '@ref) '])),
    () => `${line()}\n${from.pick(['', '\n'])}${from.pick([':   ', ': ', '~ ', '  ~  '])}${indent(inner(), '    ')}`,
    () => `| ${line()}\n| ${line()}\n  ${line()}`,
    () => `| ${line()} | ${line()} |\n|---|:--|\n| ${line()} | ${line()} |${from.pick(['', `\n\n: ${line()}`])}`,
    () => `: ${line()}\n\n| a | b |\n|---|---|\n| ${line()} | c |`,
    () =>
      `  a     b\n----- -----\n${from.pick(WORDS)}  @${key()}\n[@${key()}]   x\n\n${from.pick(['', `: ${line()}`])}`,
    () => `----- -----\n a     b\n----- -----\n @${key()}   x\n\n [@${key()}]  y\n----- -----\n\nTable: ${line()}`,
    () => `+-----+--------+\n| a   | @${key()}    |\n+=====+========+\n| x   | - [@${key()}] |\n+-----+--------+`,
    () => `\`\`\`${from.pick(['', 'r', ' {.r}', '{=html}', '{r, x}'])}\n${text()}\n\`\`\``,
    () => `~~~~\n${text()}\n~~~~`,
    () => `\`\`\`\n${text()}`,
    () => `    ${indent(text(), '    ')}`,
    () => `::: ${from.pick(['{.a}', 'warning', '{#id .b}', ''])}\n${inner()}\n:::`,
    () => `<div id="x">\n${inner()}\n</div>`,
    () => `<div>${line()}</div>`,
    () => `<p>\n${inner()}\n</p>`,
    () => `<pre>${text()}</pre>`,
    () => `<!-- ${text()}\n\n${text()} -->`,
    () => `<table><tr><td>${line()}</td></tr></table>`,
    () => `[^${from.pick(LABELS)}]: ${indent(inner(), '    ')}`,
    () => `[${from.pick(LABELS)}]: ${from.pick(['http://x.org', '<u v>', 'u "t"', "u 't' {.c}", ''])}`,
    () => `[${line()}]: u`,
    () => `\\begin{figure}\n${text()}\n\\end{figure}`,
    () => `\\newcommand{\\x}{${line()}}`,
    () => from.pick(['---', '* * *', '___', '----']),
    () => `$$\n${text()}\n$$ {#eq:x}`,
    () => `---\nnote: '@${key()}'\nlist: ["[@${key()}]", x]\n---`,
  ])()
}

/** One small change at a random place, as typing makes them. */
function edit(from: Random, text: string): string {
  const at = from.integer(text.length + 1)
  const rest = text.slice(at + from.integer(3))
  return text.slice(0, at) + (from.chance(0.6) ? from.pick(MARKS) : '') + rest
}
