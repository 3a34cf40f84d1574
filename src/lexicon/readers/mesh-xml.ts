import { at, childrenOf, readElements, textOf, type XmlElement } from '../../text/xml.ts'
import { MESH, meshCategory, meshForms } from './mesh.ts'
import { formsOf, gathering, type LexiconReader, sourceNamed } from './reader.ts'

/** MeSH descriptors in XML, `desc2026.xml`: one `DescriptorRecord` each, its concepts with their terms. */
export const meshXml: LexiconReader = {
  format: 'mesh-xml',
  extensions: ['.xml'],
  recognises: text => /<(?:DescriptorRecordSet|DescriptorRecord)\b/.test(text.slice(0, 3000)),

  read(text, uri) {
    const version = /(?:desc|LanguageCode[^>]*?)(\d{4})/.exec(`${uri} ${text.slice(0, 500)}`)?.[1]
    const source = sourceNamed(uri, { ...MESH, ...(version && { version }) })
    const gathered = gathering(source, text.length)
    const broken = readElements(text, new Set(['DescriptorRecord']), record => {
      const id = textOf(at(record, 'DescriptorUI'))
      const label = textOf(at(record, 'DescriptorName', 'String'))
      if (!id || !label) {
        gathered.complain('This descriptor has no UI or no name; it is left out.', record.start, record.end)
        return
      }
      const concepts = childrenOf(at(record, 'ConceptList'), 'Concept')
      const note = textOf(at(concepts[0], 'ScopeNote'))
      const [inverted] = meshForms([label])
      const added = gathered.add({
        id,
        label: inverted?.text ?? label,
        category: meshCategory(textOf(at(record, 'TreeNumberList', 'TreeNumber'))),
        statements: note ? [{ text: note, place: `${id}, scope note` }] : [],
        relations: [],
        surfaceForms: formsOf(inverted?.text ?? label, meshForms(concepts.flatMap(termsOf)), why =>
          gathered.complain(why, record.start, record.end),
        ),
        identifiers: [{ system: 'mesh', id, label, match: 'exact', source: source.title }],
      })
      if (!added)
        gathered.complain(`The descriptor “${id}” is there already; this one is left out.`, record.start, record.end)
    })
    for (const { message, span } of broken) gathered.complain(message, span.start, span.end)
    return gathered.finish()
  },
}

/** The terms of the preferred concept and of narrower ones would name other things; only the preferred one's stand for it. */
const termsOf = (concept: XmlElement): string[] =>
  concept.attributes.get('PreferredConceptYN') === 'N'
    ? []
    : childrenOf(at(concept, 'TermList'), 'Term').flatMap(term => textOf(at(term, 'String')) || [])
