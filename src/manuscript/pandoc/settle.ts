import type { Citation, Image } from '../manuscript.ts'
import type { Definitions } from './definitions.ts'
import type { Fact } from './facts.ts'
import { emptyLists, type Lists, sorted } from './lists.ts'
import { addPlainFacts, type PlainFacts } from './plain-facts.ts'

/** Sorts the facts of one piece into lists, settling what depended on definitions. */
export function settle(facts: readonly Fact[], definitions: Definitions, plain: PlainFacts = []): Lists {
  const lists = emptyLists()
  addPlainFacts(plain, lists)
  for (const fact of facts) emit(fact, definitions, lists, lists.citations)
  return sorted(lists)
}

function emit(fact: Fact, definitions: Definitions, lists: Lists, cited: Citation[]): void {
  const each = (facts: readonly Fact[], into = cited): void => {
    for (const inner of facts) emit(inner, definitions, lists, into)
  }
  switch (fact.type) {
    case 'citation':
      cited.push(fact.citation)
      break
    case 'citation-or-example':
      if (!definitions.examples.has(fact.citation.items[0]!.citekey)) cited.push(fact.citation)
      break
    case 'citation-or-link': {
      const linked = definitions.names.has(fact.key)
      cited.push(linked ? fact.alone : fact.withGroup)
      each(linked ? fact.linked : fact.group)
      break
    }
    case 'reference': {
      const defined = definitions.names.has(fact.key)
      if (defined || !fact.shortcut) {
        if (fact.image) lists.images.push(fact.link as Image)
        else lists.links.push(fact.link)
      }
      each(defined ? fact.linked : fact.literal)
      break
    }
    case 'note':
      lists.noteReferences.push(fact.mark)
      break
    case 'note-definition': {
      lists.noteDefinitions.push(fact.mark)
      // A footnote's citations appear where it is referred to, and only those of the definition that holds. That goes for
      // one that is defined inside another as well, whether that is shown or not.
      const { label } = fact.mark
      const shown = definitions.referred.has(label) && definitions.notes.get(label) === fact
      each(fact.facts, shown ? lists.citations : [])
      break
    }
    case 'metadata':
      for (const { field, facts } of fact.strings) {
        const inField: Citation[] = []
        each(facts, inField)
        if (definitions.fields.get(field) !== fact) continue
        // What stands in metadata is cited wherever the block of it stands, in a footnote that is never shown too.
        for (const citation of inField) lists.citations.push({ ...citation, field })
      }
      break
    case 'link':
      lists.links.push(fact.link)
      break
    case 'image':
      lists.images.push(fact.image)
      break
    case 'link-definition':
      lists.linkDefinitions.push(fact.definition)
      break
    case 'heading':
      lists.headings.push(fact.heading)
      break
    case 'attributes':
      lists.attributes.push(fact.attributes)
      break
    case 'code':
      lists.code.push(fact.code)
      break
    case 'math':
      lists.math.push(fact.math)
      break
    case 'tex':
      lists.rawTex.push(fact.tex)
      break
    case 'comment':
      lists.comments.push(fact.comment)
      break
    case 'block':
      lists.blocks.push(fact.block)
      break
    case 'blank':
      lists.nonProse.push(fact.span)
      break
  }
}

/** Which definitions the reading of some facts depends on. */
export function dependenciesOf(facts: readonly Fact[]): ReadonlySet<keyof Definitions> {
  const found = new Set<keyof Definitions>()
  const visit = (list: readonly Fact[]): void => {
    for (const fact of list) {
      if (fact.type === 'citation-or-example') found.add('examples')
      else if (fact.type === 'citation-or-link') {
        found.add('names')
        visit(fact.linked)
        visit(fact.group)
      } else if (fact.type === 'reference') {
        found.add('names')
        visit(fact.linked)
        visit(fact.literal)
      } else if (fact.type === 'note-definition') {
        found.add('notes').add('referred')
        visit(fact.facts)
      } else if (fact.type === 'metadata') {
        found.add('fields')
        for (const { facts: inner } of fact.strings) visit(inner)
      }
    }
  }
  visit(facts)
  return found
}
