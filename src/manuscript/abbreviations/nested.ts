import { align } from './align.ts'

/**
 * Whether `short` goes on where an abbreviation that is defined before it ends: “VEGFR” after “vascular endothelial growth
 * factor (VEGF) receptor”. `between` is what stands between the two brackets.
 */
export function isNestedIn(
  short: string,
  inner: {
    readonly short: string
    readonly longSpan: { readonly start: number }
    readonly shortSpan: { readonly start: number }
  },
  between: string,
): boolean {
  const rest = short.replace(/s$/, '').slice(inner.short.length)
  if (inner.shortSpan.start < inner.longSpan.start || !short.startsWith(inner.short) || rest === '') return false
  if (/[.,;:()[\]]/.test(between) || between.trim().split(/\s+/).length > 3) return false
  const words = between.replace(/^[\s-]+/, '').trimEnd()
  return align(rest, words).some(({ start, cost }) => start === 0 && cost < 0.6)
}
