import type { Difference } from './causes.ts'
import { grouped } from './grouped.ts'
import { type Verdict, verdictOf } from './verdict.ts'
import { biber } from './witnesses/biber.ts'
import { bibutils } from './witnesses/bibutils.ts'
import { citationJs } from './witnesses/citation-js.ts'
import { jsYaml } from './witnesses/js-yaml.ts'
import { olderPandoc } from './witnesses/older-pandoc.ts'
import { retorquere } from './witnesses/retorquere.ts'
import { tex } from './witnesses/tex.ts'
import type { Testimony, Witness } from './witnesses/witness.ts'

const WITNESSES: readonly Witness[] = [tex, biber, retorquere, ...citationJs, ...bibutils, jsYaml, olderPandoc]

/** A difference, and what each witness of its format says of it. */
export interface Judged {
  readonly difference: Difference
  readonly verdicts: ReadonlyMap<Witness, { readonly verdict: Verdict; readonly testimony: Testimony }>
}

/** The witnesses that are installed, and the names of those that are not. */
export async function present(): Promise<{ readonly there: readonly Witness[]; readonly missing: readonly string[] }> {
  const answers = await Promise.all(WITNESSES.map(witness => witness.isThere()))
  return {
    there: WITNESSES.filter((_, index) => answers[index]),
    missing: WITNESSES.filter((_, index) => !answers[index]).map(({ name }) => name),
  }
}

/** Asks the witnesses about every difference, file by file. */
export async function judge(
  differences: readonly Difference[],
  witnesses: readonly Witness[],
): Promise<readonly Judged[]> {
  const judged: Judged[] = []
  for (const [, inFile] of grouped(differences, ({ format, path }) => `${format} ${path}`)) {
    const [{ format, path, text }] = inFile as [Difference]
    const bySource = [...grouped(inFile, ({ source }) => source)]
    const entries = bySource.map(([source, [first]]) => ({ key: first!.key, source }))
    const asked = witnesses.filter(({ formats }) => formats.test(format))
    const answers = await Promise.all(asked.map(witness => testify(witness, { format, path, text, entries })))
    for (const [at, [, ofEntry]] of bySource.entries()) {
      for (const difference of ofEntry) {
        const heard = asked.map((witness, index) => {
          const testimony = answers[index]?.[at]
          return [witness, { verdict: verdictOf(difference, testimony), testimony }] as const
        })
        judged.push({ difference, verdicts: new Map(heard) })
      }
    }
  }
  return judged
}

/** A witness that fails on a file has nothing to say of it. */
async function testify(witness: Witness, disputed: Parameters<Witness['ask']>[0]): Promise<readonly Testimony[]> {
  try {
    return await witness.ask(disputed)
  } catch {
    return []
  }
}

/** Whom the witnesses agree with: one of the two, each of them, or neither. Kin of Pandoc do not count. */
export function agreement({ verdicts }: Judged): Verdict | 'each' {
  const said = new Set([...verdicts].filter(([{ isKin }]) => !isKin).map(([, { verdict }]) => verdict))
  if (said.has('Stroma')) return said.has('Pandoc') ? 'each' : 'Stroma'
  return said.has('Pandoc') ? 'Pandoc' : 'neither'
}
