import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { OUTPUTS } from './outputs.ts'

const present = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

for (const [path, output] of Object.entries(OUTPUTS)) {
  const before = present(path)
  const after = output(before)
  if (before === after) continue
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, after)
  console.log(`wrote ${path}`)
}

for (const name of readdirSync('docs/rules')) {
  if (`docs/rules/${name}` in OUTPUTS) continue
  rmSync(`docs/rules/${name}`)
  console.log(`removed docs/rules/${name}`)
}
