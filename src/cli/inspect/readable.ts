import { licenceName } from '../../lexicon/licence.ts'
import { counted } from '../reporters/stylish.ts'
import { type Paint, printable } from '../terminal.ts'
import type { Inspected } from './inspected.ts'

/** An inspection for people: what was found, how often, and what leads nowhere. */
export function readable(inspected: Inspected, paint: Paint): string {
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['Bibliographies', bibliographies(inspected, paint)],
    ['Citekeys that several references have', clashes(inspected)],
    ['Lexicons', lexicons(inspected, paint)],
    ['Citations', citations(inspected, paint)],
    ['Cross-references', crossReferences(inspected, paint)],
    ['Labels', inspected.labels.map(({ label, kind, start }) => `${at(start)}  ${kind}  ${printable(label)}`)],
    ['Footnotes', footnotes(inspected, paint)],
    ['Terms', mentions(inspected)],
    [
      'Abbreviations',
      inspected.abbreviations.map(({ short, long, start }) => `${at(start)}  ${printable(short)}  ${printable(long)}`),
    ],
  ]
  const head = `${paint('underline', printable(inspected.path))}  ${paint('dim', `read as ${inspected.dialect}`)}`
  const shown = sections.filter(([, lines]) => lines.length > 0)
  const blocks = shown.map(([title, lines]) => [paint('bold', title), ...lines.map(line => `  ${line}`)].join('\n'))
  return `${[head, ...blocks].join('\n\n')}\n`
}

const at = ({ line, column }: { line: number; column: number }): string => `${line}:${column}`.padStart(7)

function bibliographies({ bibliographies }: Inspected, paint: Paint): string[] {
  return bibliographies.flatMap(({ path, format, references, problems, declaredIn, note }) => [
    `${printable(path)}  ${format ? `${format}, ${counted(references, 'reference')}` : paint('red', 'not read')}  ${paint('dim', `from ${declaredIn}`)}`,
    ...(note === undefined ? [] : [`         ${paint('dim', printable(note))}`]),
    ...problems.map(({ message, start }) => `${at(start)}  ${paint('yellow', printable(message))}`),
  ])
}

function lexicons({ lexicons }: Inspected, paint: Paint): string[] {
  return lexicons.flatMap(({ path, format, declaredIn, packs, concepts, surfaceForms, problems, off, note }) => {
    const size = `${counted(concepts, 'concept')}, ${counted(surfaceForms, 'surface form')}`
    const state = off ? 'switched off' : format ? `${format}, ${size}` : paint('red', 'not read')
    return [
      `${printable(path)}  ${state}  ${paint('dim', `from ${declaredIn}`)}`,
      ...packs.map(({ title, version, licence }) => {
        const pack = `“${title}” ${version}, licence ${licenceName(licence)}`
        return `         ${printable(pack)}`
      }),
      ...(note === undefined ? [] : [`         ${paint('dim', printable(note))}`]),
      ...problems.map(
        ({ message, start }) => `${start ? at(start) : '       '}  ${paint('yellow', printable(message))}`,
      ),
    ]
  })
}

const clashes = ({ clashes }: Inspected): string[] =>
  clashes.map(
    ({ citekey, winner, winnerStart, loser, loserStart }) =>
      `${printable(citekey)}  the one at ${printable(winner)}:${winnerStart.line} counts, not the one at ${printable(loser)}:${loserStart.line}`,
  )

function citations({ citations }: Inspected, paint: Paint): string[] {
  return citations.map(({ mode, items, start }) => {
    const keys = items.map(({ citekey, resolved }) =>
      resolved ? printable(citekey) : paint('red', `${printable(citekey)} (unresolved)`),
    )
    return `${at(start)}  ${mode}  ${keys.join('; ')}`
  })
}

function crossReferences({ crossReferences }: Inspected, paint: Paint): string[] {
  return crossReferences.map(({ label, kind, resolved, start }) => {
    const name = resolved ? printable(label) : paint('red', `${printable(label)} (unresolved)`)
    return `${at(start)}  ${kind}  ${name}`
  })
}

function footnotes({ footnotes: { references, definitions } }: Inspected, paint: Paint): string[] {
  return [
    ...references.map(({ label, resolved, start }) => {
      const name = `[^${printable(label)}]`
      return `${at(start)}  ${resolved ? name : paint('red', `${name} (undefined)`)}`
    }),
    ...definitions.map(({ label, start }) => `${at(start)}  [^${printable(label)}]: defined`),
  ]
}

/** Each concept once, the most frequent first. */
function mentions({ mentions }: Inspected): string[] {
  const counts = new Map<string, { count: number; texts: Set<string> }>()
  for (const { concept, text } of mentions) {
    const known = counts.get(concept) ?? { count: 0, texts: new Set<string>() }
    counts.set(concept, known)
    known.count++
    known.texts.add(printable(text))
  }
  const rows = [...counts].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1))
  return rows.map(([concept, { count, texts }]) => `${String(count).padStart(7)}  ${concept}  ${[...texts].join(', ')}`)
}
