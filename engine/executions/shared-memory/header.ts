import {
  layOut,
  type SharedMemoryAlgorithm,
  type SharedRun,
  schedulers,
  type VariableLayout,
} from '../../shared-memory/index.ts'
import { type RecordedVariable, type SharedHeader, sharedExecutionFormat } from './format.ts'

/** What the header of a record is made from. */
export interface SharedHeaderParts
  extends Pick<SharedRun, 'n' | 'passages' | 'participants' | 'scheduler' | 'given' | 'seed'> {
  /** The user's module that has the algorithm. Default: null, the catalogue's. */
  readonly module?: string | null
  readonly repeatsFrom?: number | null
}

/** The header of a recorded execution on shared memory. Defaults are those of the run. */
export function sharedHeaderOf(algorithm: SharedMemoryAlgorithm, parts: SharedHeaderParts): SharedHeader {
  const { n, passages = 10, participants = n, scheduler = 'random', given, seed } = parts
  const wanted = Number.isFinite(passages) ? passages : null
  return {
    format: sharedExecutionFormat,
    algorithm: algorithm.name,
    module: parts.module ?? null,
    n,
    passages: Array.from({ length: n }, (_, p) => (p < participants ? wanted : 0)),
    scheduler: given === undefined ? scheduler : null,
    seed,
    timed: given === undefined && schedulers.at(scheduler, n).entry.timed === true,
    doorway_ends: algorithm.doorwayEnds ?? null,
    variables: recordedVariables(algorithm, n),
    repeats_from: parts.repeatsFrom ?? null,
  }
}

/** The variables of an algorithm for n processors, as records have them. */
export const recordedVariables = (algorithm: SharedMemoryAlgorithm, n: number): RecordedVariable[] =>
  layOut(algorithm.name, algorithm.variables({ n }), n).variables.map(recordedVariable)

const recordedVariable = ({
  name,
  initial,
  min,
  max,
  offers,
  writers,
  readers,
  home,
}: VariableLayout): RecordedVariable => ({
  name,
  initial,
  min,
  max: Number.isFinite(max) ? max : null,
  offers,
  writers,
  readers,
  home,
})
