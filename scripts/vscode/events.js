// Test events, one JSON object a line, written by the extension host and told here as they come.
import { closeSync, openSync, readSync, writeFileSync } from 'node:fs'

/** How long the suite may say nothing before it is given up. */
const SILENCE = 120_000

/** Follows an events file until its last event. */
export const follow = path => {
  writeFileSync(path, '')
  const file = openSync(path, 'r')
  const buffer = Buffer.alloc(65536)
  const decoder = new TextDecoder()
  let rest = ''
  let timer

  /** Resolves with the counts when the suite has ended, or with one failure more when it never does. */
  const counts = stopped =>
    new Promise(resolve => {
      const total = { passed: 0, failed: 0, skipped: 0 }
      let last = Date.now()
      let ended = false
      const giveUp = why => {
        if (ended) return
        ended = true
        console.log(`    the suite did not end: ${why}`)
        resolve({ ...total, failed: total.failed + 1 })
      }
      stopped.then(giveUp)
      timer = setInterval(() => {
        for (const event of read()) {
          last = Date.now()
          if (event.kind === 'end') {
            ended = true
            return resolve(total)
          }
          tell(event)
          if (event.kind in total) total[event.kind] += 1
        }
        if (Date.now() - last > SILENCE) giveUp(`nothing was heard for ${SILENCE / 1000} s`)
      }, 100)
    })

  const read = () => {
    for (let size; (size = readSync(file, buffer)) > 0; )
      rest += decoder.decode(buffer.subarray(0, size), { stream: true })
    const lines = rest.split('\n')
    rest = lines.pop()
    return lines.map(line => JSON.parse(line))
  }

  return {
    path,
    counts,
    stop() {
      clearInterval(timer)
      closeSync(file)
    },
  }
}

const tell = event => {
  const indent = '  '.repeat(event.depth + 2)
  if (event.kind === 'suite') console.log(`${indent}${event.title}`)
  if (event.kind === 'passed') console.log(`${indent}✔ ${event.title} (${event.duration} ms)`)
  if (event.kind === 'skipped') console.log(`${indent}- ${event.title}`)
  if (event.kind === 'failed') console.log(`${indent}✘ ${event.title}\n${event.error.replace(/^/gm, `${indent}  `)}`)
}
