import { pathToFileURL } from 'node:url'
import type { Bench } from './bench.ts'

// Runs one benchmark, named by the path of its module, and sends its tables to bench/run.js.
const module = (await import(pathToFileURL(process.argv[2]!).href)) as { default: Bench }
process.send!(await module.default())
process.disconnect()
