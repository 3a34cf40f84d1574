import type { CslName } from './reference.ts'

/**
 * A name with its particles apart, as Pandoc has every name that it reads: words in lower case before the family name are
 * a particle that stays with it (`van Heeringen`, `d'Eert`, `al-Hakim`), those after the given name are one that may be
 * dropped, and what follows a comma there is a suffix. A part in quotation marks is kept whole.
 */
export function withParticles(name: CslName): CslName {
  return isPlain(name) ? name : withFamilyParticle(withGivenParticle(withSuffix(name)))
}

/** Nothing to take apart: the usual name, which is told at a glance. */
const isPlain = ({ family = '', given = '' }: CslName): boolean =>
  !/^["\p{Lowercase}'’.–-]/u.test(family) && !/[,"]|\s[\p{Lowercase}'’.–-]/u.test(given)

const PARTS = ['family', 'given', 'literal', 'suffix', 'dropping-particle', 'non-dropping-particle'] as const

/** A name with curly apostrophes, where its format leaves typography to the processor. */
export function withApostrophes(name: CslName): CslName {
  const changed = PARTS.flatMap(part => {
    const text = name[part]
    return text?.includes("'") ? [[part, text.replaceAll("'", '’')] as const] : []
  })
  return changed.length > 0 ? { ...name, ...Object.fromEntries(changed) } : name
}

function withSuffix(name: CslName): CslName {
  const { given, suffix } = name
  if (!given || suffix) return name
  if (isQuoted(given)) return { ...name, given: given.slice(1, -1) }
  const found = /^([^,]+),!?(.*)$/s.exec(given)
  return found ? { ...name, given: found[1]!, suffix: found[2]!.trim() } : name
}

function withGivenParticle(name: CslName): CslName {
  const { given } = name
  if (!given || name['dropping-particle']) return name
  const words = given.split(/\s+/).filter(Boolean)
  const first = words.findIndex(isParticle)
  if (first <= 0 || !words.slice(first).every(isParticle)) return name
  return { ...name, given: words.slice(0, first).join(' '), 'dropping-particle': words.slice(first).join(' ') }
}

function withFamilyParticle(name: CslName): CslName {
  const { family } = name
  if (!family || name['non-dropping-particle']) return name
  if (isQuoted(family)) return { ...name, family: family.slice(1, -1) }
  const words = family.split(/\s+/).filter(Boolean)
  const last = words.findIndex(word => !isParticle(word))
  if (last < 0) return name
  if (last > 0) {
    return { ...name, family: words.slice(last).join(' '), 'non-dropping-particle': words.slice(0, last).join(' ') }
  }
  const joined = /^(\p{Lowercase}*['’.–-])([^'’.–-]*)$/u.exec(family)
  return joined ? { ...name, family: joined[2]!, 'non-dropping-particle': joined[1]! } : name
}

const isParticle = (word: string): boolean => /^[\p{Lowercase}'’.–-]+$/u.test(word)

const isQuoted = (text: string): boolean => text.length > 1 && text.startsWith('"') && text.endsWith('"')
