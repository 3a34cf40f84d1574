import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { readPack } from '../../src/lexicon/read-pack.ts'

const PATH = 'data/packs/meseure-2014.json'
const TERMS = '../shared/review/terms.json'
const PLACE = /^(title|abstract|Fig\. 1|Fig\. 2(, step [1-6])?|reference [1-5])$/

describe('the shipped pack', () => {
  const text = readFileSync(PATH, 'utf8')
  const pack = readPack(text, PATH)
  const byId = new Map(pack.concepts.map(concept => [concept.id, concept]))

  it('is valid against the schema', () => {
    const validate = new Ajv({ allowUnionTypes: true }).compile(
      JSON.parse(readFileSync('schemas/lexicon-pack.schema.json', 'utf8')),
    )
    validate(JSON.parse(text))
    assert.deepEqual(validate.errors ?? [], [])
  })

  it('is read without a problem, all 112 concepts', () => {
    assert.deepEqual(pack.problems, [])
    assert.equal(byId.size, 112)
  })

  it('ends every relation at a concept and says where the review has it', () => {
    for (const { relations } of pack.concepts) {
      for (const { concept, place } of relations) {
        assert.ok(byId.has(concept), concept)
        assert.match(place, PLACE)
      }
    }
  })

  it('has a statement for every concept, each with a place of the review', () => {
    for (const { id, statements } of pack.concepts) {
      assert.ok(statements.length > 0, id)
      for (const { text, place } of statements) {
        assert.match(place, PLACE, id)
        assert.match(text, /\.$/, id)
      }
    }
  })

  it('gives no surface form to two concepts unless it is marked ambiguous', () => {
    const owners = new Map<string, Set<string>>()
    for (const { id, surfaceForms } of pack.concepts) {
      for (const { text, ambiguous } of surfaceForms) {
        const key = text.toLowerCase().replace(/[-–\s]+/g, ' ')
        if (!ambiguous) owners.set(key, (owners.get(key) ?? new Set()).add(id))
      }
    }
    assert.deepEqual(
      [...owners].filter(([, ids]) => ids.size > 1),
      [],
    )
  })

  it('gives cues to every concept whose form is ambiguous by itself', () => {
    for (const { id, surfaceForms, cues } of pack.concepts) {
      const short = surfaceForms.some(form => form.ambiguous && !/\s/.test(form.text))
      if (short) assert.ok(cues && cues.supporting.length + cues.opposing.length > 0, id)
    }
  })

  it('says of every identifier where it was seen', () => {
    const identifiers = pack.concepts.flatMap(concept => concept.identifiers)
    assert.ok(identifiers.length > 100)
    for (const { source, id } of identifiers) assert.ok(source.length > 10, id)
  })

  it('holds every surface form and identifier that was found for the review', function () {
    if (!existsSync(TERMS)) return this.skip()
    const { terms } = JSON.parse(readFileSync(TERMS, 'utf8'))
    assert.equal(terms.length, byId.size)
    for (const term of terms) {
      const concept = byId.get(term.id)
      assert.ok(concept, term.id)
      assert.equal(concept.label, term.label)
      assert.equal(concept.category, term.category)
      for (const variant of term.variants) {
        const form = concept.surfaceForms.find(({ text }) => text === variant.text)
        assert.ok(form, `${term.id}: ${variant.text}`)
        assert.ok(!variant.needs_context || form.ambiguous, `${term.id}: ${variant.text}`)
      }
      for (const [system, identifiers] of Object.entries<{ id: string; match: string }[] | null>(term.external_ids)) {
        for (const { id, match } of identifiers ?? []) {
          assert.ok(
            concept.identifiers.some(found => found.system === system && found.id === id && found.match === match),
            `${term.id}: ${id}`,
          )
        }
      }
      assert.equal(concept.relations.length, term.relations.length)
      assert.ok(!concept.statements.some(({ text }) => text === term.gloss_from_seed))
    }
  })

  it('comes with the review and its five references as CSL-JSON', () => {
    const references = JSON.parse(readFileSync('data/references/meseure-2014.json', 'utf8'))
    assert.deepEqual(
      references.map(({ id }: { id: string }) => id),
      ['meseure2014', 'mueller2004', 'cichon2010', 'elshamy2013', 'fulda2010', 'hanahan2012'],
    )
    assert.equal(references[0].DOI, pack.source.doi)
    for (const { type, title, author, issued } of references) assert.ok(type && title && author.length && issued)
  })
})
