import fc from 'fast-check'

/** A bibliography whose entries are each written by themselves, so that one of them can be broken. */
export interface Format<Entry = unknown> {
  /** A name with the ending of the format. */
  readonly file: string
  readonly entry: fc.Arbitrary<Entry>
  /** The entry as its program writes it; `number` makes its key. */
  write(entry: Entry, number: number): string
  /** Entries one after the other, and where each begins. */
  readonly before: string
  readonly between: string
  readonly after: string
  /** The citekey of an entry. */
  key(number: number): string
  readonly faults: readonly Fault<Entry>[]
}

/** One way to break an entry. */
export interface Fault<Entry = unknown> {
  readonly name: string
  /** What the author reads. */
  readonly says: RegExp
  /** The broken entry; nothing where it has nothing that can break so. `choice` picks one of several places. */
  breaks(entry: Entry, number: number, choice: number): string | undefined
  /** Whether its key cannot be known any more. */
  readonly isLost?: boolean
}

/** The text of a list of entries of which one may be broken, and where that one stands. */
export function textOf<Entry>(
  format: Format<Entry>,
  entries: readonly Entry[],
  lineEnd: '\n' | '\r\n',
  broken?: { readonly at: number; readonly source: string },
): { readonly text: string; readonly start: number; readonly end: number } {
  const parts = entries.map((entry, number) => (number === broken?.at ? broken.source : format.write(entry, number)))
  const wire = (text: string): string => (lineEnd === '\n' ? text : text.replaceAll('\n', '\r\n'))
  const head = wire(
    format.before +
      parts
        .slice(0, broken?.at ?? 0)
        .map(part => part + format.between)
        .join(''),
  )
  const text = wire(format.before + parts.join(format.between) + format.after)
  return { text, start: head.length, end: head.length + wire(broken?.source ?? '').length }
}

export const pick = <T>(list: readonly T[], choice: number): T | undefined => list[choice % Math.max(list.length, 1)]

/** Words as they stand in titles, among them what this or another format takes for syntax. */
export const words = (...own: string[]): fc.Arbitrary<string> =>
  fc
    .array(
      fc.constantFrom('cells', 'Matrix', 'of', 'é', 'β-catenin', 'x, y', 'p < 0.05', '10.1000/x', '(in vitro)', ...own),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map(parts => parts.join(' '))
