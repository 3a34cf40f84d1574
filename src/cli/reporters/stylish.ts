import type { ReportedFinding, Summary } from '../report.ts'
import { type Paint, printable, type Style } from '../terminal.ts'
import type { Reporter } from './index.ts'

/** For people: the findings of each file below its path, and the sum of them. Says nothing when there are none. */
export const stylish: Reporter = ({ files, summary }, paint) => {
  const found = files.filter(({ findings }) => findings.length > 0)
  if (found.length === 0) return ''
  const blocks = found.map(({ path, findings }) => `${paint('underline', printable(path))}\n${table(findings, paint)}`)
  return `${blocks.join('\n\n')}\n\n${sum(summary, paint)}\n`
}

const STYLES: Record<ReportedFinding['severity'], Style> = { error: 'red', warning: 'yellow', info: 'blue' }

function table(findings: readonly ReportedFinding[], paint: Paint): string {
  const places = findings.map(({ start }) => `${start.line}:${start.column}`)
  const width = places.reduce((widest, place) => Math.max(widest, place.length), 0)
  const lines = findings.map(({ severity, message, rule, related }, index) => {
    const place = paint('dim', places[index]!.padStart(width))
    const others = related.map(other => {
      const where = `${printable(other.path)}:${other.start.line}:${other.start.column}`
      return `\n  ${' '.repeat(width)}  ${paint('dim', `${where}  ${printable(other.message)}`)}`
    })
    const what = `${paint(STYLES[severity], severity.padEnd(7))}  ${printable(message)}`
    return `  ${place}  ${what}  ${paint('dim', printable(rule))}${others.join('')}`
  })
  return lines.join('\n')
}

function sum({ files, errors, warnings, infos }: Summary, paint: Paint): string {
  const parts = [counted(errors, 'error'), counted(warnings, 'warning'), ...(infos > 0 ? [counted(infos, 'info')] : [])]
  const style = errors > 0 ? 'red' : warnings > 0 ? 'yellow' : 'blue'
  return paint(style, `${parts.join(', ')} in ${counted(files, 'file')}`)
}

/** “1 error”, “2 errors”. */
export const counted = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`
