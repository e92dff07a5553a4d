import {
  type AnyAlgorithm,
  assertWithin,
  type Cell,
  type FilesRead,
  filesRead,
  InputError,
  type Link,
  memorySystem,
  placeIn,
  schedulers,
} from '../../engine/index.ts'
import {
  CellBuilder,
  draftOf,
  prepareOnMemory,
  RecordFile,
  type Row,
  readChunks,
  readFile,
  runRegistersCell,
} from '../../experiments/index.ts'
import type { RecordOptions } from '../options/record-options.ts'
import { simulatedCell, withOwnSpecs } from './cell.ts'
import type { SimulateOptions } from './options.ts'
import { optionOf, printSteps } from './shared-memory.ts'
import { tellBegun } from './told.ts'

/** The options that mean nothing where messages pass through shared memory, and nothing fails there. */
const foreign = [
  'delay',
  'passages',
  'participants',
  'workload',
  'clocks',
  'faults',
  'maxMessages',
  'maxTime',
  'check',
  'witness',
] as const

/** Runs an algorithm over registers once: the row, no witness, and the files. Throws an InputError if the options make no sense. */
export async function simulateOnMemory(
  algorithm: AnyAlgorithm,
  options: SimulateOptions,
  print: (text: string) => void,
): Promise<[Row, readonly Link[] | null, FilesRead]> {
  const { name } = algorithm
  const strange = foreign.find((key) => options[key] !== undefined)
  if (strange !== undefined)
    throw new InputError(
      `${name} runs on shared memory, where ${optionOf(strange)} has no meaning; --scheduler says who takes the steps`,
    )
  const { scheduler = 'random', maxSteps: steps, ...others } = options
  const { spec } = schedulers.parse(scheduler)
  const cell = { ...simulatedCell(name, await withOwnSpecs(others), false), delay: spec }
  const builder = new CellBuilder(readFile, readChunks)
  // In a sweep, what cannot be built is a failed row; here it is an error of the command line.
  const prepared = prepareOnMemory(algorithm, cell, builder)
  assertWithin(prepared.setting, options.beyond === true)
  const draft = options.record === undefined ? null : draftOf(options.record)
  tellBegun({ cell, typeNames: [], json: options.json === true, draft, placeIn })
  const context = { experiment: 'simulate', builder, ...(steps !== undefined && { steps }) }
  return [runOnMemory(algorithm, cell, context, options, print), null, filesRead(prepared)]
}

/** Runs a cell of an algorithm over registers, and records and traces it as the options ask. */
export function runOnMemory(
  algorithm: AnyAlgorithm,
  cell: Cell,
  context: Omit<Parameters<typeof runRegistersCell>[2], 'record' | 'schedule'>,
  { record, ...options }: RecordOptions,
  print: (text: string) => void,
): Row {
  const file = record === undefined ? null : new RecordFile(record)
  try {
    const result = runRegistersCell(algorithm, cell, {
      ...context,
      schedule: options.trace === true,
      ...(file !== null && { record: [file] }),
    })
    if (options.trace) printSteps(memorySystem(result), result.shared, options, print)
    return result.row
  } finally {
    file?.abandon()
  }
}
