import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../../engine/index.ts'
import {
  changedCode,
  changedData,
  experimentOf,
  type Manifest,
  removeResults,
} from '../../experiments/index.ts'
import type { AllowOption } from '../options/allow-option.ts'
import type { SweepOptions } from '../options/run-options.ts'
import type { Reproduction } from '../output/describe-reproduction.ts'
import { drawReport } from './run-sweep.ts'
import { runWithProgress } from './run-with-progress.ts'

/**
 * Runs the sweep of a results folder again and compares what there is then; null if it was interrupted. An interrupted
 * one goes on where it was. Throws an InputError if the folder holds no whole sweep, or an algorithm of it is gone.
 */
export async function reproduce(
  folder: string,
  options: Pick<SweepOptions, 'out' | 'workers' | 'memory'> & AllowOption,
  typedAgain: string,
): Promise<Reproduction | null> {
  // The libraries that read and draw take long to load.
  const { commonGround, differingFiles, differingRows, readManifest, readResults } = await import(
    '../../reports/index.ts'
  )
  const manifest = readManifest(folder)
  const experiment = await experimentOf(manifest, folder, options.allow)
  const data = changedData(manifest, folder)
  const out = placeFor(folder, options.out)
  const { workers, memory } = options
  const result = await runWithProgress(experiment, {
    ...{ out, workers, memory },
    command: manifest.command,
    // What is there is of an interrupted reproduction; if it was by other code, it is of no use.
    ...{ resume: true, force: true },
    resumeCommand: typedAgain,
  })
  if (result.interrupted) return null
  await drawAs(folder, out)
  const { same, different } = differingFiles(folder, out)
  if (outlineOf(manifest) !== outlineOf(result.manifest)) different.push('manifest.json')
  const [before, now] = different.includes('runs.csv')
    ? [readResults(folder).rows, readResults(out).rows]
    : [[], []]
  const cells = differingRows(before, now)
  const reproduction = {
    folder,
    out,
    same: different.length === 0,
    rows: result.runs,
    files: [...same, ...different].sort(),
    different: different.sort(),
    cells,
    ground: commonGround(
      cells.flatMap(({ row }) => (row === null ? [] : [before[row - 1]!])),
      before,
    ),
    code: changedCode(folder, out),
    data,
    versions: [manifest.versions.node, result.manifest.versions.node],
  } as const
  if (reproduction.same && options.out === undefined) removeResults(out)
  return reproduction
}

/** Where to run it. What an earlier reproduction has left by itself makes room; other results do not. */
function placeFor(folder: string, wanted: string | undefined): string {
  const out = wanted ?? join(folder, 'reproduction')
  if (existsSync(join(out, 'manifest.json'))) {
    if (wanted !== undefined)
      throw new InputError(`${out} holds results already; give another folder with --out`)
    removeResults(out)
  }
  return out
}

/**
 * Draws the report of `out` if `folder` has one, and as it was drawn there: it speaks of versions and of the hash of
 * the code, which may differ although no result does.
 */
async function drawAs(folder: string, out: string): Promise<void> {
  if (!existsSync(join(folder, 'report.html'))) return
  const own = readFileSync(join(out, 'manifest.json'))
  copyFileSync(join(folder, 'manifest.json'), join(out, 'manifest.json'))
  const { readFigureChoice } = await import('../../reports/index.ts')
  const { charts, themes = [], dpi } = readFigureChoice(folder)
  await drawReport(out, {
    ...{ report: true, format: [], theme: themes },
    ...(charts && { chart: charts }),
    ...(dpi && { dpi }),
  })
  writeFileSync(join(out, 'manifest.json'), own)
}

/** What of a manifest is a result, and not how it was come by. */
const outlineOf = ({ algorithms, cells, outcomes }: Manifest): string =>
  JSON.stringify([algorithms, cells, outcomes])
