import { once } from 'node:events'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { main } from '../../cli/program.ts'
import type { FuzzData, Harm } from './fuzz-thread.ts'
import { shareOf, type Trial, type TrialOptions, type TrialResult } from './trial.ts'

/** One input may take no longer, in seconds, and all of them no more than so many mebibytes. */
const mostSeconds = 10
const mostMebibytes = 1024

/** Command lines, files of every kind and messages that are almost right. */
export const fuzz: Trial = {
  name: 'fuzzed inputs',
  async run(options: TrialOptions): Promise<TrialResult> {
    const { folder, seed } = options
    const tried = shareOf(100_000, options)
    await prepare(folder)
    const failures: string[] = []
    const atInput = new Int32Array(new SharedArrayBuffer(4))
    let slowest = 0
    let most = 0
    for (let from = 0; from < tried; ) {
      const workerData: FuzzData = { folder, seed, from, to: tried, atInput }
      const thread = new Worker(new URL('./fuzz-thread.js', import.meta.url), {
        workerData,
        resourceLimits: { maxOldGenerationSizeMb: mostMebibytes },
      })
      thread.on('message', ({ harm }: { readonly harm?: Harm }) => {
        // The program tells things of its own as well.
        if (harm !== undefined) failures.push(`${harm.number}: ${harm.what}`)
      })
      let ended = false
      let end = 'its thread ends'
      thread.on('error', (error) => {
        end = String(error)
      })
      void once(thread, 'exit').then(() => {
        ended = true
      })
      let current = from
      let since = performance.now()
      let stuck = false
      while (!ended && !stuck) {
        await sleep(50)
        most = Math.max(most, process.memoryUsage.rss() / 2 ** 20)
        const now = performance.now()
        options.onProgress?.(current, failures)
        if (Atomics.load(atInput, 0) !== current) since = now
        current = Atomics.load(atInput, 0)
        slowest = Math.max(slowest, (now - since) / 1000)
        stuck = now - since > 1000 * mostSeconds
      }
      if (stuck) await thread.terminate()
      if (stuck) end = `takes more than ${mostSeconds} s`
      if (stuck || current < tried - 1) failures.push(`${current}: ${end}: ${words(folder)}`)
      else break
      from = current + 1
    }
    if (most > mostMebibytes) failures.push(`takes ${most.toFixed(0)} MiB`)
    return { tried, failures, note: `slowest ${slowest.toFixed(1)} s, at most ${most.toFixed(0)} MiB` }
  },
}

const words = (folder: string): string => readFileSync(join(folder, 'words'), 'utf8').slice(0, 300)

/** Makes what is then changed: recorded executions, a folder of results. */
async function prepare(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const made = (name: string) => join(folder, name)
  const lines = [
    `simulate lcr --topology ring --n 4 --record ${made('lcr.jsonl')}`,
    `simulate flooding --topology gnp:degree=3 --n 6 --record ${made('flooding.jsonl')}`,
    `simulate bfs-sync --topology ring --n 4 --record ${made('broken.jsonl')}`,
    `sweep --algorithm flooding --topology ring --n 4,8 --replicates 4 --seed 1 --no-report --out ${made('results')}`,
  ]
  for (const line of lines) if ((await quietly(line.split(' '))) !== 0) throw new Error(`${line} fails`)
}

/** Runs a command line without what it prints. */
async function quietly(words: readonly string[]): Promise<number> {
  const originals = [process.stdout, process.stderr].map((stream) => [stream, stream.write] as const)
  for (const [stream] of originals) stream.write = () => true
  try {
    return await main(words)
  } finally {
    for (const [stream, write] of originals) stream.write = write
  }
}
