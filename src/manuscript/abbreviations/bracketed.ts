import { bothInside, bothInsideTurned } from './both-inside.ts'
import type { Bracketed } from './brackets.ts'
import type { Listed } from './listed.ts'
import { longAround, longBefore, longBeforeNames } from './long-before.ts'
import { longInside } from './long-inside.ts'

/** The definition that a pair of brackets makes with what stands before it, if any; `inner` is the definition before it. */
export function definedWith(prose: string, brackets: Bracketed, inner?: Listed): Listed | undefined {
  return (
    longBefore(prose, brackets) ??
    longInside(prose, brackets) ??
    bothInside(prose, brackets) ??
    bothInsideTurned(prose, brackets) ??
    longAround(prose, brackets, inner) ??
    longBeforeNames(prose, brackets)
  )
}
