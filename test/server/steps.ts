import fc from 'fast-check'

/** What an author, a reference manager, a version control system and the settings of an editor do to a project. */
export type Step =
  | { readonly do: 'edit'; readonly name: string; readonly at: number; readonly length: number; readonly text: string }
  | { readonly do: 'open' | 'close' | 'pull' | 'remove'; readonly name: string }
  | { readonly do: 'write' | 'replace'; readonly name: string; readonly text: string }
  | { readonly do: 'configure'; readonly settings: unknown }

const BIBLIOGRAPHIES = [
  '@article{smith2020,\n  title = {A},\n  author = {Smith, Ann},\n  year = 2020\n}\n',
  '@article{smith2020,\n  title = {A},\n  year = 2020\n}\n\n@book{doe2019,\n  title = {B}\n}\n\n@book{doe2019, title = {C}}\n',
  '@article{smith2020,\n  title = {never closed\n\n@book{doe2019, title = {B}}\n',
  '@article{smith2020,\n  title = {A},\n  aut',
  '<!doctype html>\n<title>Log in</title>\n',
  '[{"id": "doe2019", "type": "book", "title": "B"}, {"id": "smith2020", "ti',
  '[{"id": "doe2019", "type": "book", "title": "B"}]',
  '',
]

const PROJECT_FILES = [
  'rules:\n  unresolved-citation: warning\n',
  'rules:\n  undefined-footnote: off\nbibliography: other.bib\n',
  'bibliography: ["*.bib", text/refs.json]\ndialect: quarto\n',
  'library: other.bib\nignore: b.md\n',
  'overrides:\n  - files: "text/**"\n    dialect: myst\n    bibliography: refs.json\n',
  'rules: [\n',
  'dialekt: pandoc\nrules: {unresolved-citations: off}\n',
  '',
]

const SETTINGS: readonly unknown[] = [
  {},
  { rules: { 'unresolved-citation': 'info' } },
  { rules: { 'undefined-footnote': 'off', 'unused-reference': 'warning' }, bibliography: ['other.bib'] },
  { dialect: 'quarto', bibliography: ['*.bib'] },
  { dialect: 'myst', library: ['refs.bib'] },
  { dialect: 'latin', rules: 'none', bibliography: 7 },
  null,
]

export const FILES: Readonly<Record<string, string>> = {
  'a.md': '---\nbibliography: refs.bib\n---\n\n# One {#sec:one}\n\nSee [@smith2020; @doe2019] and @fig:flow.[^n]\n',
  'b.md': '---\nbibliography: [refs.bib, other.bib]\n---\n\nAnoikis 🧬 [@doe2019, p. 3]; the ECM.\n\n[^n]: Note.\n',
  'text/c.md': '---\nbibliography: refs.json\n---\n\nAs in [@smith2020; @doe2019] and {cite}`doe2019`.\n',
  'refs.bib': BIBLIOGRAPHIES[0]!,
  'other.bib': BIBLIOGRAPHIES[1]!,
}

export const MANUSCRIPTS = ['a.md', 'b.md', 'text/c.md']
const OTHERS = ['refs.bib', 'other.bib', 'text/refs.json']
const PROJECTS = ['.stroma.yaml', 'text/.stroma.yaml']
const ALL = [...MANUSCRIPTS, ...OTHERS, ...PROJECTS]

const SNIPPETS = [
  '@',
  '[@smith2020]',
  '[@nobody1900; ',
  ']',
  '`',
  '```\n',
  '---\n',
  '\n\n',
  '$',
  '[^n]',
  '[^n]: x\n',
  '@fig:flow',
  '{#fig:flow}',
  'bibliography: other.bib\n',
  'rules: {unresolved-citation: off}\n',
  'title = {',
  '}',
  '@book{new,\n',
  '🧬',
  '\r\n',
  'é',
  'anoikis',
  ' ',
  '<!-- stroma-disable-next-line unresolved-citation -->\n',
  '<!--',
  '-->',
  '\\cite{smith2020}',
  '&#64;',
  '*',
  '_',
]

const named = (...names: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...names)

export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      name: named(...ALL),
      at: fc.nat(400),
      length: fc.oneof(fc.constant(0), fc.nat(30)),
      text: fc.array(fc.constantFrom(...SNIPPETS), { maxLength: 3 }).map(parts => parts.join('')),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('open' as const, 'close' as const, 'pull' as const),
      name: named(...ALL),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), name: named(...OTHERS, ...PROJECTS) }) },
  {
    weight: 5,
    arbitrary: fc.oneof(
      fc.record({
        do: fc.constantFrom('write' as const, 'replace' as const),
        name: named(...OTHERS),
        text: fc.constantFrom(...BIBLIOGRAPHIES),
      }),
      fc.record({
        do: fc.constantFrom('write' as const, 'replace' as const),
        name: named(...PROJECTS),
        text: fc.constantFrom(...PROJECT_FILES),
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('configure' as const), settings: fc.constantFrom(...SETTINGS) }),
  },
)
