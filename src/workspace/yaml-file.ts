import { parse } from 'yaml'
import { readFrontMatter } from '../manuscript/front-matter.ts'
import { isDeepYaml } from '../text/deep-yaml.ts'
import { type Files, isText } from './files.ts'

export type Data = Readonly<Record<string, unknown>>

/** The YAML of a project file, or the front matter of a chapter; nothing of it when it cannot be read. */
export async function yamlFile(uri: string, files: Files): Promise<Data> {
  const file = await files.read(uri)
  if (!isText(file)) return {}
  if (/\.(md|qmd|rmd)$/i.test(uri)) return readFrontMatter(file.text).data
  if (isDeepYaml(file.text)) return {}
  try {
    const data: unknown = parse(file.text, { logLevel: 'silent', maxAliasCount: 100 })
    return isData(data) ? data : {}
  } catch {
    return {}
  }
}

export const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
