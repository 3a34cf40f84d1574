/** Rows of figures, printed and kept as a Markdown table. The first column names what was measured. */
export interface Table {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

/** What a file in bench/ has as its default export. */
export type Bench = () => Promise<readonly Table[]>

/** A package of bench/package.json; it is not there when Stroma itself is checked, so the caller says what it uses of it. */
export const peer = <T>(name: string): Promise<T> => import(name)

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  return percentile(numbers, 50)
}

export function percentile(numbers: readonly number[], percent: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN
}

/** Milliseconds that `run` takes. */
export async function timed(run: () => unknown): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

/**
 * Times several things by turns, so that they share whatever the machine does meanwhile; gives the times of each.
 * One round before is not counted.
 */
export async function byTurns<Name extends string>(
  rounds: number,
  runs: Readonly<Record<Name, () => unknown>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(runs) as Name[]
  const times = Object.fromEntries(names.map(name => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const time = await timed(runs[name])
      if (round > 0) times[name].push(time)
    }
  }
  return times
}

/** `12.3 ms`, `1.23 s`. */
export const milliseconds = (time: number): string =>
  time >= 1000 ? `${(time / 1000).toFixed(2)} s` : time >= 10 ? `${time.toFixed(0)} ms` : `${time.toFixed(2)} ms`

export const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MB`

/** `3.1 ×`: how many times larger the first is than the second. */
export const ratio = (a: number, b: number): string => `${(a / b).toPrecision(2)} ×`
