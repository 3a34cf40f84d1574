import { writeSync } from 'node:fs'

// Loaded into a process under measurement: says at its end how much memory it held at most.
process.on('exit', () => void writeSync(3, `${process.resourceUsage().maxRSS}\n`))
