import { availableParallelism } from 'node:os'
import {
  type ResilienceDefinition,
  type ResilienceMap,
  resultFiles,
  runMaps,
} from '../../experiments/index.ts'
import { exitCodes } from '../exit-codes.ts'
import {
  describeResilience,
  recordName,
  resilienceCsv,
  resilienceJson,
} from '../output/describe-resilience.ts'
import { resilienceTables } from '../output/resilience-tables.ts'
import { SystemsLine } from '../output/systems-line.ts'
import { interruptible } from './interruptible.ts'
import { onNotice } from './run-sweep.ts'

interface MapOptions {
  readonly out?: string | undefined
  readonly workers?: number | undefined
  readonly resume?: true | undefined
  readonly json?: true | undefined
}

/** Makes maps of resilience, prints them and, with `out`, writes them to a folder; the exit code. `resume` is what to type to go on. */
export async function mapResilience(
  asked: ResilienceDefinition,
  { out, workers = availableParallelism(), resume, json }: MapOptions,
  resumeCommand: string,
): Promise<number> {
  const line = new SystemsLine()
  const maps = await interruptible((signal) =>
    runMaps(asked, {
      ...{ workers, signal, folder: out, resume: resume === true },
      onProgress: (done, all) => line.show(done, all),
    }),
  ).finally(() => line.end())
  if (maps === null) {
    if (out !== undefined) onNotice(`interrupted; to go on: ${resumeCommand}`)
    return exitCodes.interrupted
  }
  process.stdout.write(json ? `${JSON.stringify(resilienceJson(maps))}\n` : describeResilience(maps))
  if (out !== undefined) {
    await write(out, asked, maps)
    if (!json) process.stdout.write(`written to ${out}\n`)
  }
  // What breaks where nothing is promised is what one wants to see.
  const promised = maps.flatMap(({ cells }) => cells).filter(({ beyond }) => beyond === null)
  return promised.some(({ broken }) => broken !== null) ? exitCodes.violated : exitCodes.ok
}

/** Writes the table, the figure and an execution for each system that is broken. */
async function write(
  folder: string,
  asked: ResilienceDefinition,
  maps: readonly ResilienceMap[],
): Promise<void> {
  // What draws takes long to load.
  const { drawPng, drawResilience, standalone } = await import('../../reports/index.ts')
  const drawing = drawResilience(maps.map(panelOf))
  const files = resultFiles(folder)
  const before = new Set(files.names)
  const put = (name: string, content: string | Uint8Array): void => {
    files.write(name, [content])
    before.delete(name)
  }
  put('resilience.csv', resilienceCsv(maps))
  put('tables.md', resilienceTables(asked, maps))
  put('resilience.svg', standalone(drawing))
  put('resilience.png', await drawPng(drawing))
  for (const map of maps)
    for (const cell of map.cells)
      if (cell.broken !== null) put(recordName(map, cell), cell.broken.lines.join(''))
  // Counterexamples of earlier maps in this folder.
  for (const name of before) files.remove(name)
  files.save(onNotice)
}

const panelOf = ({ algorithm, faults, cells }: ResilienceMap) => ({
  title: algorithm.title ?? algorithm.name,
  subtitle: `${faults} faults; requires ${algorithm.requires.resilience ?? 'nothing'}`,
  tiles: cells.map(({ n, f, broken, executions, cut, evidence, beyond }) => ({
    ...{ n, f, executions, cut, broken: broken?.property ?? null },
    ...{ exhaustive: evidence === 'exhaustive', promised: beyond === null },
  })),
})
