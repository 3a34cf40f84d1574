import type { Report } from '../report.ts'

/** Findings by rule, the most frequent first. */
export function statistics({ files }: Report): string {
  const counts = new Map<string, { findings: number; files: number }>()
  for (const { findings } of files) {
    const here = new Set<string>()
    for (const { rule } of findings) {
      const count = counts.get(rule) ?? { findings: 0, files: 0 }
      counts.set(rule, count)
      count.findings++
      if (!here.has(rule)) count.files++
      here.add(rule)
    }
  }
  const rows = [...counts].sort(([a, x], [b, y]) => y.findings - x.findings || (a < b ? -1 : 1))
  const width = Math.max(0, ...rows.map(([rule]) => rule.length))
  const lines = rows.map(
    ([rule, count]) =>
      `${String(count.findings).padStart(7)}  ${rule.padEnd(width)}  in ${count.files} ${count.files === 1 ? 'file' : 'files'}\n`,
  )
  return lines.join('') || 'No findings.\n'
}
