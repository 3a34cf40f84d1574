import type { ExtensionContext } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'

/** The languages that manuscripts are written in. */
export const MANUSCRIPT_LANGUAGES = ['markdown', 'quarto', 'rmd']

/** Files beside a manuscript that findings can stand in. JSON and YAML are taken only under names that mean references. */
const COMPANIONS = [
  '**/*.{bib,bibtex,ris,nbib,enw}',
  '**/*{references,bibliography,library,.csl}.{json,yaml,yml}',
  '**/.stroma.{yaml,yml,json}',
]

/** Stroma's language server in a process of its own, spoken to over Node's IPC. */
export const createClient = ({ asAbsolutePath }: ExtensionContext): LanguageClient => {
  const module = asAbsolutePath('dist/server.cjs')
  const run = { module, transport: TransportKind.ipc }
  const schemes = ['file', 'untitled']
  return new LanguageClient(
    'stroma',
    'Stroma',
    { run, debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6069'] } } },
    {
      documentSelector: [
        ...MANUSCRIPT_LANGUAGES.flatMap(language => schemes.map(scheme => ({ language, scheme }))),
        ...COMPANIONS.map(pattern => ({ scheme: 'file', pattern })),
      ],
      synchronize: { configurationSection: 'stroma' },
      diagnosticPullOptions: { onChange: true, onSave: true, onFocus: true },
    },
  )
}
