import { Parser, type Quad } from 'n3'
import type { Span } from '../../text/span.ts'
import type { Identifier, Relation, Statement, SurfaceForm } from '../concept.ts'
import { formsOf, gathering, identifierOf, type LexiconReader, sourceNamed } from './reader.ts'

const SKOS = 'http://www.w3.org/2004/02/skos/core#'
const RELATIONS: Readonly<Record<string, string>> = {
  broader: 'is-narrower-than',
  narrower: 'is-broader-than',
  related: 'is-related-to',
}
const MATCHES: Readonly<Record<string, Identifier['match']>> = {
  exactMatch: 'exact',
  closeMatch: 'close',
  broadMatch: 'broad',
  narrowMatch: 'narrow',
  relatedMatch: 'related',
}

/** SKOS thesauri in Turtle: preferred, alternative and hidden labels, definitions, relations and mappings. */
export const skos: LexiconReader = {
  format: 'skos',
  extensions: ['.ttl'],
  recognises: text => text.includes('skos/core#') && /prefix/i.test(text.slice(0, 5000)),

  read(text, uri) {
    const { quads, failure } = parse(text)
    const bySubject = new Map<string, Quad[]>()
    for (const quad of quads) {
      const list = bySubject.get(quad.subject.value)
      if (list) list.push(quad)
      else bySubject.set(quad.subject.value, [quad])
    }
    const title = quads.find(({ predicate }) =>
      /(?:dc|dcterms|terms)\/(?:elements\/1\.1\/)?title$/.test(predicate.value),
    )?.object.value
    const licence = quads.find(({ predicate }) => /terms\/(?:license|rights)$/.test(predicate.value))?.object.value
    const version = quads.find(({ predicate }) => /owl#versionInfo$|terms\/modified$/.test(predicate.value))?.object
      .value
    const gathered = gathering(
      sourceNamed(uri, { ...(title && { title }), ...(licence && { licence }), ...(version && { version }) }),
      text.length,
    )
    if (failure) {
      const start = offsetOfLine(text, failure.line)
      gathered.complain(`This Turtle does not parse from here on: ${failure.message}`, start, start + 1)
    }
    for (const [subject, about] of bySubject) {
      const labels = about.filter(quad => isSkos(quad, 'prefLabel'))
      const label = labels.find(({ object }) => /^en|^$/.test(languageOf(object))) ?? labels[0]
      if (!label) continue
      const id = compact(subject)
      const name = label.object.value
      const own = identifierOf(id, name, title ?? uri)
      gathered.add(
        {
          id,
          label: name,
          category: 'concept',
          statements: statementsOf(about, id),
          relations: relationsOf(about, id),
          surfaceForms: formsOf(name, alternatives(about, languageOf(label.object)), why => {
            const { start, end } = placeOf(text, name, id)
            gathered.complain(why, start, end)
          }),
          identifiers: [...(own ? [own] : []), ...mappingsOf(about, title ?? uri)],
        },
        () => placeOf(text, name, id),
      )
    }
    return gathered.finish()
  },
}

/** Where a label stands, or else the concept that has it, whose label is written with escapes; parsed Turtle does not tell. */
function placeOf(text: string, label: string, id: string): Span {
  const written = text.indexOf(JSON.stringify(label))
  const named = written < 0 ? text.search(new RegExp(`^\\S*[:/#<]${escaped(id)}[>\\s]`, 'm')) : written
  const start = Math.max(0, named)
  return { start, end: start + 1 }
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** What parses: all of it, or the statements before the line that does not. */
function parse(text: string): { quads: Quad[]; failure?: { message: string; line: number } } {
  try {
    return { quads: new Parser().parse(text) }
  } catch (error) {
    const line = (error as { context?: { line?: number } }).context?.line ?? 1
    const failure = { message: error instanceof Error ? error.message : String(error), line }
    const before = text.slice(0, offsetOfLine(text, line))
    try {
      return { quads: new Parser().parse(before.slice(0, lastStatementEnd(before))), failure }
    } catch {
      return { quads: [], failure }
    }
  }
}

/** After the last full stop that ends a line. */
function lastStatementEnd(text: string): number {
  for (let stop = text.lastIndexOf('.'); stop > 0; stop = text.lastIndexOf('.', stop - 1)) {
    if (/^[ \t]*(?:[\r\n]|$)/.test(text.slice(stop + 1, stop + 20))) return stop + 1
  }
  return 0
}

const isSkos = ({ predicate }: Quad, name: string): boolean => predicate.value === SKOS + name

const languageOf = (object: Quad['object']): string => (object.termType === 'Literal' ? object.language : '')

function alternatives(about: readonly Quad[], language: string): SurfaceForm[] {
  return about
    .filter(quad => isSkos(quad, 'altLabel') || isSkos(quad, 'hiddenLabel'))
    .filter(({ object }) => languageOf(object) === '' || languageOf(object).split('-')[0] === language.split('-')[0])
    .map(({ object }) => ({ text: object.value, kind: 'synonym' }))
}

const statementsOf = (about: readonly Quad[], id: string): Statement[] =>
  about
    .filter(quad => isSkos(quad, 'definition') || isSkos(quad, 'scopeNote'))
    .filter(({ object }) => /^(?:en.*)?$/.test(languageOf(object)))
    .map(({ object, predicate }) => ({
      text: object.value,
      place: `${id}, ${predicate.value.endsWith('definition') ? 'definition' : 'scope note'}`,
    }))

const relationsOf = (about: readonly Quad[], id: string): Relation[] =>
  about.flatMap(({ predicate, object }) => {
    const relation = predicate.value.startsWith(SKOS) ? RELATIONS[predicate.value.slice(SKOS.length)] : undefined
    return relation ? [{ relation, concept: compact(object.value), place: id }] : []
  })

const mappingsOf = (about: readonly Quad[], source: string): Identifier[] =>
  about.flatMap(({ predicate, object }) => {
    const match = predicate.value.startsWith(SKOS) ? MATCHES[predicate.value.slice(SKOS.length)] : undefined
    const id = compact(object.value)
    const system = /^([A-Za-z]\w*):/.exec(id)?.[1]?.toLowerCase()
    return match && system && system !== 'http' && system !== 'https' ? [{ system, id, match, source }] : []
  })

/** `…/obo/CL_0000034` is written `CL:0000034`; of other addresses the last part serves. */
const compact = (iri: string): string =>
  /[/#]([A-Za-z]\w*?)_(\d\w*)$/.exec(iri)?.slice(1).join(':') ?? iri.replace(/^.*[/#](?=[^/#]+$)/, '')

function offsetOfLine(text: string, line: number): number {
  let offset = 0
  for (let current = 1; current < line; current++) {
    const next = text.indexOf('\n', offset)
    if (next < 0) break
    offset = next + 1
  }
  return Math.min(offset, text.length)
}
