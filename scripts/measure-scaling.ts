/**
 * What a sweep costs beside its cells, and how it scales. Prints ratios; meaningful on a machine that does nothing else.
 *
 *     node dist/scripts/measure-scaling.js [cells of 50 ms and more] [tiny cells]      default: 120, 100000
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { defineExperiment, type Experiment, runExperiment } from '../experiments/index.ts'
import { readLog } from '../experiments/store/read-log.ts'

interface Measurement {
  /** By the clock on the wall, tables and all. */
  readonly seconds: number
  /** The sum over all cells, and the shortest. */
  readonly cellSeconds: number
  readonly shortestMs: number
  /** Processor time of the process that keeps the log. */
  readonly ownSeconds: number
  /** Its memory in mebibytes: the most in the second and in the last tenth of the cells. */
  readonly early: number
  readonly late: number
}

async function measure(experiment: Experiment, folder: string, workers: number): Promise<Measurement> {
  const out = join(folder, `${experiment.name}-${workers}`)
  const start = performance.now()
  const before = process.cpuUsage()
  const most = new Array<number>(11).fill(0)
  await runExperiment(experiment, {
    out,
    workers,
    onProgress({ done, total }) {
      const tenth = Math.floor((10 * done) / total)
      most[tenth] = Math.max(most[tenth]!, process.memoryUsage.rss() / 2 ** 20)
    },
  })
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(before)
  let cellMs = 0
  let shortestMs = Number.POSITIVE_INFINITY
  readLog(join(out, 'runs.jsonl'), {
    onDamage: () => undefined,
    onCell: ({ ms }) => {
      cellMs += ms
      shortestMs = Math.min(shortestMs, ms)
    },
  })
  const memory = { early: most[1]!, late: Math.max(most[9]!, most[10]!) }
  return { seconds, cellSeconds: cellMs / 1000, shortestMs, ownSeconds: (user + system) / 1e6, ...memory }
}

const say = (text: string): void => {
  process.stdout.write(`${text}\n`)
}
const percent = (share: number): string => `${(100 * share).toFixed(1)}%`

async function largeCells(cells: number, folder: string): Promise<void> {
  const experiment = defineExperiment({
    name: 'large',
    question: 'How much faster are two workers?',
    algorithms: ['flooding'],
    topologies: ['gnp:degree=8'],
    sizes: [32_768],
    replicates: cells,
    seed: 1,
  })
  const [one, two] = [await measure(experiment, folder, 1), await measure(experiment, folder, 2)]
  say(`${cells} cells of ${one.shortestMs.toFixed(0)} ms and more`)
  for (const [workers, { seconds, cellSeconds, ownSeconds }] of [one, two].entries()) {
    const wall = 1 - cellSeconds / (seconds * (workers + 1))
    const share = ownSeconds / (cellSeconds + ownSeconds)
    say(
      `  ${workers + 1} workers  ${seconds.toFixed(1)} s, of which not in cells ${percent(wall)}; ` +
        `processor time of the harness ${percent(share)} of all`,
    )
  }
  say(`  two workers are ${(one.seconds / two.seconds).toFixed(2)} times as fast as one`)
}

async function tinyCells(cells: number, folder: string): Promise<void> {
  const experiment = defineExperiment({
    name: 'tiny',
    question: 'How many cells are finished in a second?',
    algorithms: ['flooding'],
    topologies: ['ring'],
    sizes: [4, 8],
    replicates: cells / 2,
    seed: 1,
  })
  const { seconds, cellSeconds, ownSeconds, early, late } = await measure(experiment, folder, 2)
  say(`${cells} tiny cells, 2 workers`)
  say(
    `  ${(cells / seconds).toFixed(0)} cells/s; ${seconds.toFixed(1)} s, ${cellSeconds.toFixed(1)} s in cells`,
  )
  say(`  processor time of the harness ${((1e6 * ownSeconds) / cells).toFixed(0)} µs a cell`)
  say(`  its memory: ${early.toFixed(0)} MiB after a tenth of the cells, ${late.toFixed(0)} MiB at the end`)
}

async function main(large: number, tiny: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'admissible-scaling-'))
  try {
    if (large > 0) await largeCells(large, folder)
    if (tiny > 0) await tinyCells(tiny, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await main(Number(process.argv[2] ?? 120), Number(process.argv[3] ?? 100_000))
