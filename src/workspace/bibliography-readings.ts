import { citekeyIndexing } from '../bibliography/citekey-index.ts'
import { readBibliography, readingOf } from '../bibliography/read-bibliography.ts'
import type { Bibliography, BibliographySource } from '../bibliography/reference.ts'
import { type Steps, within } from '../text/steps.ts'
import { bibliographyWithEncoding as withEncoding } from './encoding-problem.ts'
import type { FileText } from './files.ts'
import type { Pace } from './pace.ts'

/** Milliseconds: how long bibliographies are read at a time, and how long somebody waits for one that nothing is known of yet. */
const TIMES = { slice: 8, patience: 1000 }

/** Shows the author how far a reading is. */
export interface Progress {
  /** The part that is done, from 0 to 1. */
  report(part: number): void
  end(): void
}

/** What reading beside other work takes. Without it, whoever asks for a bibliography waits until it is read. */
export interface Beside extends Pace {
  /** Whether an answer that does not know a bibliography yet is asked for again when `onRead` says so; else it waits. */
  readonly asksAgain: boolean
  /** Does a piece of work for a manuscript. */
  working(manuscript: string, slice: () => void): void
  /** Is told of a reading that takes long. */
  onLong(uri: string, cancel: () => void): Progress
  /** A bibliography has been read, or its reading was cancelled, after somebody had been answered without it. */
  onRead(uri: string): void
}

/** What is known of a bibliography: its present text has not been read when `unread` is there, but perhaps an earlier one. */
export type Known = Pick<BibliographySource, 'bibliography' | 'unread'>

/** The bibliographies that were read, by URI, and those that are being read. */
export interface BibliographyReadings {
  /** What is known of the bibliography that `file` has the text of; one whose text is another object is read, for a reader of it. */
  read(uri: string, file: FileText & { text: string }, reader: Reader): Promise<Known>
  /** Lets what the author has cancelled be read when it is asked for again. */
  again(): void
  /** Gives up all that is being read. */
  stop(): void
}

/** The manuscript that a bibliography is read for, and what it cites. */
export interface Reader {
  readonly manuscript: string
  citekeys(): Iterable<string>
}

interface Reading {
  readonly uri: string
  readonly file: FileText & { text: string }
  readonly manuscript: string
  readonly steps: Steps<Bibliography>
  readonly began: number
  state: 'reading' | 'read' | 'cancelled' | 'overtaken'
  failure?: unknown
  progress?: Progress
  /** Whether somebody was answered before it was read. */
  wasMissed: boolean
  /** When it has ended, and when it has ended or takes long. */
  readonly ended: Signal
  readonly long: Signal
}

export function bibliographyReadings(beside?: Beside): BibliographyReadings {
  const known = new Map<string, { readonly file: FileText; readonly bibliography: Bibliography }>()
  const readings = new Map<string, Reading>()

  if (!beside) {
    return {
      async read(uri, file) {
        const before = known.get(uri)
        if (before?.file === file) return { bibliography: before.bibliography }
        const bibliography = withEncoding(readBibliography(file.text, uri, before?.bibliography), file)
        known.set(uri, { file, bibliography })
        return { bibliography }
      },
      again: () => undefined,
      stop: () => undefined,
    }
  }

  const end = (reading: Reading, state: Exclude<Reading['state'], 'reading'>): void => {
    if (reading.state !== 'reading') return
    reading.state = state
    reading.progress?.end()
    reading.ended.give()
    reading.long.give()
    if (state !== 'cancelled' && reading.failure === undefined) readings.delete(reading.uri)
    if (state !== 'overtaken' && reading.wasMissed) beside.onRead(reading.uri)
  }

  const readOn = (reading: Reading): void => {
    const until = beside.now() + TIMES.slice
    for (;;) {
      const step = reading.steps.next()
      if (step.done) {
        known.set(reading.uri, { file: reading.file, bibliography: withEncoding(step.value, reading.file) })
        end(reading, 'read')
        return
      }
      if (beside.now() < until) continue
      if (!reading.progress && beside.now() - reading.began >= TIMES.patience) {
        reading.progress = beside.onLong(reading.uri, () => end(reading, 'cancelled'))
        reading.long.give()
      }
      reading.progress?.report(step.value)
      return
    }
  }
  const slice = (reading: Reading): void =>
    beside.working(reading.manuscript, () => {
      try {
        readOn(reading)
      } catch (failure) {
        reading.failure = failure
        end(reading, 'read')
      }
    })

  let isBusy = false
  /** Reads by turns until nothing is left to read. */
  const readAll = async (): Promise<void> => {
    if (isBusy) return
    isBusy = true
    for (let left = [...readings.values()]; left.length > 0; ) {
      for (const reading of left) {
        await beside.pause()
        if (reading.state === 'reading') slice(reading)
      }
      left = [...readings.values()].filter(({ state }) => state === 'reading')
    }
    isBusy = false
  }

  const begin = (uri: string, file: FileText & { text: string }, reader: Reader): Reading => {
    const reading: Reading = {
      uri,
      file,
      manuscript: reader.manuscript,
      steps: prepared(file.text, uri, known.get(uri)?.bibliography, reader),
      began: beside.now(),
      state: 'reading',
      wasMissed: false,
      ended: signal(),
      long: signal(),
    }
    readings.set(uri, reading)
    slice(reading)
    if (reading.state === 'reading') void readAll()
    return reading
  }

  return {
    async read(uri, file, reader) {
      const before = known.get(uri)
      let reading = readings.get(uri)
      if (reading && reading.file !== file) {
        end(reading, 'overtaken')
        readings.delete(uri)
        reading = undefined
      }
      if (before?.file === file) return { bibliography: before.bibliography }
      reading ??= begin(uri, file, reader)
      if (!beside.asksAgain) await reading.ended.given
      else if (!before) await reading.long.given
      if (reading.failure !== undefined) throw reading.failure
      const now = known.get(uri)
      if (reading.state === 'read') return { bibliography: now!.bibliography }
      reading.wasMissed = true
      return {
        ...(now && { bibliography: now.bibliography }),
        unread: reading.state === 'cancelled' ? 'cancelled' : 'reading',
      }
    },
    again() {
      for (const [uri, { state }] of readings) if (state === 'cancelled') readings.delete(uri)
    },
    stop() {
      for (const reading of [...readings.values()]) end(reading, 'overtaken')
      readings.clear()
    },
  }
}

/** Libraries of more references are not read in one slice anyway. */
const LARGE = 2000

/** Reads, makes the index that merging needs, and decodes what the manuscript cites: its rules are about to look at that. */
function* prepared(
  text: string,
  uri: string,
  earlier: Bibliography | undefined,
  { citekeys }: Reader,
): Steps<Bibliography> {
  const bibliography = yield* within(0, 0.8, readingOf(text, uri, earlier))
  const { references } = yield* within(0.8, 0.9, citekeyIndexing(bibliography, earlier))
  for (const citekey of references.size > LARGE ? citekeys() : []) {
    // Decoded by being looked at.
    void references.get(citekey)?.item
    yield 0.9
  }
  return bibliography
}

/** Something that is waited for. */
interface Signal {
  readonly given: Promise<void>
  give(): void
}

function signal(): Signal {
  let give = (): void => undefined
  const given = new Promise<void>(done => {
    give = done
  })
  return { given, give: () => give() }
}
