import { parseArgs } from 'node:util'
import { compare, shrink } from './compare.ts'
import { generate } from './generate.ts'

/** Compares Stroma with Pandoc on generated texts: `npm run fuzz -- --count 20000 --seed 1`. */
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '10' },
  },
})
let different = 0
const first = Number(values.seed)
const last = first + Number(values.count)
for (let seed = first; seed < last; seed++) {
  const difference = await compare(generate(seed))
  if (!difference) continue
  different++
  if (different > Number(values.show)) continue
  const { text, pandoc, stroma } = await shrink(difference)
  console.log(`seed ${seed}: ${JSON.stringify(text)}\n  Pandoc ${pandoc.join(' | ')}\n  Stroma ${stroma.join(' | ')}`)
}
console.log(`${different} of ${last - first} inputs are read differently`)
process.exit(different > 0 ? 1 : 0)
