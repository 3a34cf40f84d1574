import { parentPort } from 'node:worker_threads'
import { convert } from 'pandoc-wasm'
import type { Answer, Question } from './pandoc.ts'

parentPort?.on('message', async ({ from, text }: Question) => {
  parentPort?.postMessage(await answer(from, text))
})

async function answer(from: string, text: string): Promise<Answer> {
  try {
    const { stdout, stderr } = (await convert({ from, to: 'csljson' }, text, {})) as Record<string, string>
    return stdout ? { items: JSON.parse(stdout) } : { error: stderr ?? '' }
  } catch (error) {
    return { error: String(error) }
  }
}
