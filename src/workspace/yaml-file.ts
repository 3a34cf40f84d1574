import { parse } from 'yaml'
import { readFrontMatter } from '../manuscript/front-matter.ts'
import { isDeepYaml } from '../text/deep-yaml.ts'
import { memoByObject } from '../text/memo.ts'
import { type Files, type FileText, isText } from './files.ts'

export type Data = Readonly<Record<string, unknown>>

/**
 * The YAML of a project file, or the front matter of a chapter; nothing of it when it cannot be read. A file is parsed
 * once, however many manuscripts stand beside it, for as long as it is the same object.
 */
export async function yamlFile(uri: string, files: Files): Promise<Data> {
  const file = await files.read(uri)
  return /\.(md|qmd|rmd)$/i.test(uri) ? headOf(file) : contentOf(file)
}

const headOf = memoByObject((file: FileText): Data => (isText(file) ? readFrontMatter(file.text).data : {}))

const contentOf = memoByObject((file: FileText): Data => {
  if (!isText(file) || isDeepYaml(file.text)) return {}
  try {
    const data: unknown = parse(file.text, { logLevel: 'silent', maxAliasCount: 100 })
    return isData(data) ? data : {}
  } catch {
    return {}
  }
})

export const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
