import {
  assertRequirements,
  assertWithin,
  describeStep,
  type FilesRead,
  filesRead,
  isOnMemory,
  type Link,
  placeIn,
} from '../../engine/index.ts'
import {
  assertFits,
  CellBuilder,
  draftOf,
  loadAlgorithm,
  loadSharedAlgorithm,
  memoryOf,
  type RecordSink,
  type Row,
  readChunks,
  readFile,
  runPrepared,
  type SharedResult,
} from '../../experiments/index.ts'
import { sinksOf } from '../options/record-options.ts'
import { culpritOf } from '../output/describe-last-events.ts'
import { StepSink } from '../output/step-sink.ts'
import { simulatedCell, withOwnSpecs } from './cell.ts'
import { simulateOnMemory } from './on-memory.ts'
import type { SimulateOptions } from './options.ts'
import { assertNoShared, simulateShared } from './shared-memory.ts'
import { sharedPlace, tellAsked, tellBegun } from './told.ts'

/** Told of a simulation as it goes on. */
interface SimulationListener {
  /** A part of the trace. */
  print(text: string): void
  ran(row: Row, witness: readonly Link[] | null, files: FilesRead): void
  /** The same of a run on shared memory. */
  ranShared(result: SharedResult): void
  /** The last events of a run that went wrong. */
  retold(row: Row, last: readonly string[]): void
}

/** A run of more events is not carried out once more to tell of its last. */
const retoldMax = 1_000_000

/** Runs an algorithm once, as the options say. Throws an InputError if they make no sense. */
export async function simulate(
  name: string,
  options: SimulateOptions,
  listener: SimulationListener,
): Promise<void> {
  tellAsked({ algorithm: name, seconds: options.maxSeconds ?? null })
  const shared = await loadSharedAlgorithm(name)
  if (shared !== null) return listener.ranShared(simulateShared(shared, options, listener.print))
  const algorithm = await loadAlgorithm(name)
  if (isOnMemory(algorithm))
    return listener.ran(...(await simulateOnMemory(algorithm, options, listener.print)))
  assertNoShared(name, options)
  const { sinks, witness, done } = sinksOf(options, listener.print)
  const rehearses = (options.check ?? 'every') === 'every'
  const { row, files } = await run(name, options, { record: sinks, rehearses }).finally(done)
  listener.ran(row, witness(), files)
  const wrong = row.outcome === 'violated' || row.outcome === 'failed' || row.verdicts.some(isViolated)
  if (!wrong || options.json || options.trace || (row.comp_events ?? 0) > retoldMax) return
  const last: string[] = []
  const culprit = culpritOf(row)
  const sink = new StepSink((step, { replica }) => {
    if (culprit !== null && step.event.processor !== culprit) return
    last.push(describeStep(step, replica.instance.network))
    if (last.length > 5) last.shift()
  })
  const again = await run(name, options, { record: [sink] })
  // Where the algorithm does not do the same twice, these are the events of another run.
  if (again.row.detail === row.detail) listener.retold(row, last)
}

const isViolated = ({ verdict }: Row['verdicts'][number]): boolean => verdict === 'violated'

async function run(
  name: string,
  options: SimulateOptions,
  how: { readonly record: readonly RecordSink[]; readonly rehearses?: boolean },
): Promise<{ readonly row: Row; readonly files: FilesRead }> {
  const algorithm = await loadAlgorithm(name)
  const cell = simulatedCell(
    algorithm.name,
    await withOwnSpecs(options),
    algorithm.uponRound !== undefined || algorithm.requires.synchronous === true,
  )
  const budget = { messages: options.maxMessages, time: options.maxTime }
  assertFits(memoryOf({ algorithms: [algorithm], budget }, [{ cell, replicates: 1 }]), {
    workers: 1,
    memory: options.memory,
  })
  const builder = new CellBuilder(readFile, readChunks)
  // In a sweep, an instance that cannot be built is a failed row; here it is an error of the command line.
  const prepared = builder.prepare(algorithm, cell)
  assertRequirements(algorithm, prepared.instance, cell.timing)
  assertWithin(prepared.setting, options.beyond === true)
  tellBegun({
    cell,
    typeNames: Object.keys(algorithm.uponReceiving ?? {}),
    json: options.json === true,
    draft: options.record === undefined ? null : draftOf(options.record),
    placeIn,
  })
  const { check = 'every' } = options
  const context = { experiment: 'simulate', budget, check, place: sharedPlace(), ...how }
  const row = runPrepared(algorithm, cell, () => builder.prepare(algorithm, cell), context)
  return { row, files: filesRead(prepared) }
}
