const CREATIVE_COMMONS =
  /^https?:\/\/creativecommons\.org\/(?:licenses\/([a-z-]+)|publicdomain\/(zero|mark))\/([\d.]+)/i

/** What people call a licence that is given as an address: “CC BY 4.0”. */
export function licenceName(licence: string): string {
  const [, kind, domain, version] = CREATIVE_COMMONS.exec(licence) ?? []
  if (kind) return `CC ${kind.toUpperCase()} ${version}`
  if (domain) return domain === 'mark' ? `Public Domain Mark ${version}` : `CC0 ${version}`
  return licence
}
