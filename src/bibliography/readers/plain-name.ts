import { withParticles } from '../personal-name.ts'
import type { CslName } from '../reference.ts'
import { medlineName } from './nbib.ts'

/**
 * A name of RIS or EndNote: `Family, Given, Suffix`. One without a comma is taken as Pandoc takes it, for `Given Family`,
 * unless it is `Family AB` or an organisation; with a comma at its end it is an organisation.
 */
export function plainName(value: string): CslName | undefined {
  const whole = /^(.*[^,\s])\s*,\s*$/s.exec(value)?.[1]?.trim().replace(/\s+/g, ' ')
  if (whole) return { literal: whole }
  const [family = '', given = '', suffix = ''] = value.split(',').map(part => part.trim().replace(/\s+/g, ' '))
  if (!family && !given) return undefined
  if (family === 'others' && !given) return { literal: 'others' }
  if (given) return withParticles({ ...withPrefix(family), given, ...(suffix && { suffix }) })
  if (ORGANISATION.test(family)) return { literal: family }
  if (INITIALS_LAST.test(family)) return medlineName(family)
  const words = family.split(' ')
  const capitals = words.findIndex(word => !isCapitalised(word))
  const first = capitals < 0 ? words.length - 1 : capitals
  const before = words.slice(0, first).join(' ')
  return withParticles({ ...withPrefix(words.slice(first).join(' ')), ...(before && { given: before }) })
}

/** Words in lower case before the family name are a particle that may be dropped. */
function withPrefix(last: string): CslName {
  const words = last.split(' ')
  const first = words.findIndex(isCapitalised)
  const count = first < 0 ? words.length - 1 : first
  if (count === 0) return { family: last }
  return { family: words.slice(count).join(' '), 'dropping-particle': words.slice(0, count).join(' ') }
}

const isCapitalised = (word: string): boolean => /^\p{N}*\p{Lu}/u.test(word)

const INITIALS_LAST = /^\S+(?: \S+)? \p{Lu}{1,3}$/u

const ORGANISATION =
  /\s(?:of|for|and|the|und|&)\s|(?:^the|\b(?:group|consorti\w+|committee|collaborat\w+|organi[sz]ation|universit\w+|institut\w*|associat\w+|society|team|network|ministry|department|cent(?:er|re)s?|agency|foundation|council|commission|office|college|hospital|school|federation|union|alliance|investigators|project|initiative|program(?:me)?|corporation|company|bank|library|museum|press|inc|ltd|gmbh))\b/i
