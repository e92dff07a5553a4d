import { join } from 'node:path'
import { type AnySharedAlgorithm, InputError, isOnMemory } from '../../engine/index.ts'
import {
  assertAllowed,
  CellBuilder,
  cellOf,
  changedData,
  flatRow,
  importExports,
  insideOf,
  loadSwept,
  RecordFile,
  type Row,
  readChunks,
  readFile,
  runCell,
  runSharedCell,
} from '../../experiments/index.ts'
import { exitCodes } from '../exit-codes.ts'
import type { AllowOption } from '../options/allow-option.ts'
import { type RecordOptions, sinksOf } from '../options/record-options.ts'
import { describeRun } from '../output/describe-run.ts'
import { runOnMemory } from '../simulation/on-memory.ts'
import { printTrace } from '../simulation/shared-memory.ts'

/** Runs a row of a results folder again; the exit code. */
export async function replayRow(
  folder: string,
  options: RecordOptions & AllowOption & { row: number; json?: true },
): Promise<number> {
  // The library that reads CSV is only loaded when there is CSV to read.
  const { readResults } = await import('../../reports/index.ts')
  const { rows, manifest } = readResults(folder)
  const recorded = rows[options.row - 1]
  if (recorded === undefined)
    throw new InputError(`${join(folder, 'runs.csv')} has no row ${options.row}; it has ${rows.length}`)
  if (recorded.evidence !== 'sampled' && (options.record !== undefined || options.trace))
    throw new InputError(
      `row ${options.row} is ${recorded.evidence}: its costs have executions of their own, which attack and explore record`,
    )
  const changed = changedData(manifest, folder, [cellOf(recorded)])
  for (const { module } of manifest.families ?? []) {
    assertAllowed(module, options.allow ?? [], join(folder, 'manifest.json'))
    await importExports(module)
  }
  const module = manifest.algorithms.find(({ name }) => name === recorded.algorithm)?.module
  if (module != null) assertAllowed(module, options.allow ?? [], join(folder, 'manifest.json'))
  const algorithm = await loadSwept(module == null ? recorded.algorithm : `${module}#${recorded.algorithm}`)
  const print = options.json ? process.stderr : process.stdout
  const { sinks, done } = sinksOf(isOnMemory(algorithm) ? {} : options, (text) => print.write(text))
  const { experiment } = recorded
  const { budget, check, worstCases } = manifest.experiment
  const builder = new CellBuilder(readFile, readChunks)
  const shared = insideOf(algorithm)
  const row =
    shared !== null && recorded.evidence === 'sampled'
      ? sharedAgain(shared, recorded, options, (text) => print.write(text))
      : isOnMemory(algorithm)
        ? runOnMemory(algorithm, cellOf(recorded), { experiment, builder }, options, (text) =>
            print.write(text),
          )
        : runCell(algorithm, cellOf(recorded), {
            experiment,
            budget,
            check,
            worstCases,
            builder,
            record: sinks,
            // What failed may have done so where mistakes of the author's are looked for.
            rehearses: recorded.outcome === 'failed',
          })
  done()
  const differences = differing(recorded, row)
  process.stdout.write(
    options.json
      ? `${JSON.stringify(flatRow(row))}\n`
      : `${describeRun(row)}${describe(options.row, differences, changed)}`,
  )
  return differences.length === 0 ? exitCodes.ok : exitCodes.violated
}

/** Runs a row on shared memory again. */
function sharedAgain(
  shared: AnySharedAlgorithm,
  recorded: Row,
  { record, ...options }: RecordOptions,
  print: (text: string) => void,
): Row {
  const file = record === undefined ? null : new RecordFile(record)
  try {
    const result = runSharedCell(shared, cellOf(recorded), {
      experiment: recorded.experiment,
      schedule: options.trace === true,
      ...(file !== null && { record: [file] }),
    })
    if (options.trace) printTrace(shared, recorded.n, { ...options, ...cellOf(recorded) }, result, print)
    return result.row
  } finally {
    file?.abandon()
  }
}

/** The columns in which a run differs from its row in runs.csv, where a label “2” and a number 2 look the same. */
function differing(recorded: Row, row: Row): string[] {
  const [before, now] = [flatRow(recorded), flatRow(row)]
  return Object.keys(now).filter((column) => String(before[column] ?? '') !== String(now[column] ?? ''))
}

/** `files` are the data files that have changed. */
function describe(row: number, columns: readonly string[], files: readonly string[]): string {
  const data = `the data file ${files.join(', ')} has changed since`
  if (columns.length === 0)
    return `  row ${row}: the same again${files.length === 0 ? '' : `, although ${data}`}\n`
  return `  row ${row} differs in ${columns.join(', ')}: ${files.length === 0 ? 'the code has changed since, or is not deterministic' : data}\n`
}
