import type { TermsReport } from './requests.ts'

/** A section of abbreviations for the end of a manuscript, by the alphabet; empty when there is none. */
export function abbreviationListOf({ abbreviations }: Pick<TermsReport, 'abbreviations'>): string {
  const sorted = [...abbreviations].sort((a, b) => a.short.localeCompare(b.short, 'en'))
  const lines = sorted.map(({ short, long }) => `- ${short}: ${long}`)
  return lines.length === 0 ? '' : ['## Abbreviations', '', ...lines, ''].join('\n')
}
