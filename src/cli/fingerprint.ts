import { createHash } from 'node:crypto'
import type { FileReport, ReportedFinding } from './report.ts'

/**
 * What makes a finding the same after the text around it has moved: its rule, its message and the text it is about,
 * but neither line nor column. Two findings of one file may share it.
 */
export const identityOf = ({ rule, message, excerpt }: ReportedFinding): string =>
  digest([rule, message, excerpt.replace(/\s+/g, ' ')])

/** The findings of a file with a fingerprint each that no other finding of the report has. */
export function fingerprinted({ path, findings }: FileReport): readonly (readonly [ReportedFinding, string])[] {
  const seen = new Map<string, number>()
  return findings.map(finding => {
    const identity = identityOf(finding)
    const before = seen.get(identity) ?? 0
    seen.set(identity, before + 1)
    return [finding, digest([path, identity, String(before)])] as const
  })
}

const digest = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)
