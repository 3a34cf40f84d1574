import { flag } from '../settings/setting.ts'
import { byPassage } from './by-passage.ts'
import { defineRule } from './rule.ts'

/** Registries, and how many digits their numbers have (patterns of the Bioregistry for NCT, ISRCTN, EUCTR, ACTRN). */
const REGISTRIES = [
  {
    name: 'ClinicalTrials.gov',
    pattern: /(?<![\p{L}\p{N}])NCT[\s:#-]{0,2}(\d+)(?![\d]|[-–]\d)/gu,
    digits: 8,
    example: 'NCT01234567',
  },
  {
    name: 'ISRCTN registry',
    pattern: /(?<![\p{L}\p{N}])ISRCTN[\s:#-]{0,2}(\d+)(?![\d]|[-–]\d)/gu,
    digits: 8,
    example: 'ISRCTN12345678',
  },
  {
    name: 'Australian New Zealand registry',
    pattern: /(?<![\p{L}\p{N}])ACTRN[\s:#-]{0,2}(\d+)(?![\d]|[-–]\d)/gu,
    digits: 14,
    example: 'ACTRN12605000000000',
  },
  {
    name: 'German registry',
    pattern: /(?<![\p{L}\p{N}])DRKS[\s:#-]{0,2}(\d+)(?![\d]|[-–]\d)/gu,
    digits: 8,
    example: 'DRKS00012345',
  },
] as const

export const trialRegistration = defineRule({
  id: 'trial-registration',
  summary: 'A trial’s registration number is complete.',
  why: 'A number with a digit too few leads nowhere, and journals that follow the ICMJE check it.',
  severity: 'error',
  since: '0.1.0',
  options: {
    demanded: flag(
      'Whether an abstract that reports a randomised trial needs a number in the manuscript, as the ICMJE and JMIR’s instructions ask.',
      false,
    ),
  },
  examples: [
    {
      shows: 'a number with a digit missing',
      files: `
//- paper.md
The trial is registered (NCT0123456).
                         ^^^^^^^^^^ error trial-registration: A ClinicalTrials.gov number has 8 digits (NCT01234567); this one has 7.
`,
    },
  ],

  *check({ manuscript }, { demanded }) {
    yield* wrongNumbersIn(manuscript)
    if (!demanded || NUMBER.test(manuscript.text)) return
    const [reported] = trialsIn(manuscript)
    if (reported) yield reported
  },
})

/** A number of any registry that the ICMJE accepts, or a place for one. */
const NUMBER =
  /(?:NCT|ISRCTN|ACTRN|DRKS|ChiCTR|UMIN|jRCTs?|PACTR|KCT|IRCT|NTR|NL-?OMON|RBR-|RPCEC|SLCTR|TCTR|CTRI\/|LBCTR)[\s:#-]{0,2}[\w/-]*\d{2}|\d{4}-\d{6}-\d{2}/

/** What an abstract says of its own trial: “In this randomised, controlled trial”, “patients were randomly assigned”. */
const REPORTED =
  /\b(?:we|this|our|the present)\b[^.]{0,60}?\brandomi[sz]ed\b[^.]{0,60}?\b(?:trial|study)\b|\b(?:were|was)\s+(?:randomly\s+(?:assigned|allocated)|randomi[sz]ed)\b/i
/** No people. */
const ANIMALS = /\b(?:mice|mouse|rats?|animals?|pigs?|rabbits?|dogs?|cells?|plots?|samples?)\b/i

const trialsIn = byPassage({ sign: /randomi[sz]ed|randomly/i, isMeant: scope => scope === 'abstract' }, prose => {
  const found = REPORTED.exec(prose)
  if (!found || ANIMALS.test(prose)) return []
  const span = { start: found.index, end: found.index + found[0].length }
  const message = 'The abstract reports a randomised trial, and no registration number is named; add it.'
  return [{ span, message }]
})

/** A number of the EU’s register, 2011-001234-56, by its three parts. */
const EUDRACT = /(?<![\p{L}\p{N}])EudraCT(?:\s+(?:number|no\.?|nr\.?))?[\s:#]{1,3}(\d[\d–-]+\d)(?![\p{L}\p{N}])/gu

const wrongNumbersIn = byPassage({ sign: /NCT|ISRCTN|ACTRN|DRKS|EudraCT/ }, prose => [
  ...[...prose.matchAll(EUDRACT)].flatMap(({ 0: text, 1: number, index }) => {
    if (/^\d{4}-\d{6}-\d{2}$/.test(number!.replaceAll('–', '-'))) return []
    const start = index + text.length - number!.length
    const message = `A EudraCT number has three parts of 4, 6 and 2 digits (2011-001234-56), and “${number}” has not.`
    return [{ span: { start, end: start + number!.length }, message }]
  }),
  ...REGISTRIES.flatMap(({ name, pattern, digits, example }) =>
    [...prose.matchAll(pattern)].flatMap(({ 0: text, 1: number, index }) => {
      // “NCT 0241 9495” is complete
      const rest = /^(?:[\s\u00a0]\d+)*/.exec(prose.slice(index + text.length))![0]
      const written = number! + rest.replace(/\D/g, '')
      if (number!.length === digits || written.length === digits || number!.length < 4) return []
      const message = `${/^[AI]/.test(name) ? 'An' : 'A'} ${name} number has ${digits} digits (${example}); this one has ${number!.length}.`
      return [{ span: { start: index, end: index + text.length }, message }]
    }),
  ),
])
