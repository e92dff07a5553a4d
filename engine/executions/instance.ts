import { prepareInstance } from '../cell.ts'
import { createClocks } from '../clocks/index.ts'
import { InputError } from '../errors.ts'
import { ComputedInstance } from '../instance.ts'
import type { AnyAlgorithm } from '../model/index.ts'
import { Streams } from '../random.ts'
import { assertDistinct } from '../specs/integer-list.ts'
import type { Place } from './fields.ts'
import type { FullHeader, Header } from './format.ts'
import { networkOf } from './network.ts'

/**
 * The instance of a recorded execution. A network that the header does not list is built from the cell, `readFile`
 * giving the texts of files that the cell names. Throws an InputError if there is no such instance.
 */
export function recordedInstance(
  header: FullHeader,
  algorithm: AnyAlgorithm,
  readFile: (path: string) => string,
  place: Place,
): ComputedInstance {
  const { neighbors } = header
  const { n, orientation, root, ids, values, fields = {}, wake_times } = header.instance
  assertDistinct(ids, `${place()}: field instance.ids`)
  if (!wake_times.includes(0))
    throw new InputError(`${place()}: field instance.wake_times must have a 0; that is when time begins`)
  const built = neighbors === null ? builtInstance(header, algorithm, readFile, place) : null
  const graph = built?.network ?? networkOf(neighbors!, orientation, place)
  if (graph.n !== n)
    throw new InputError(
      `${place()}: field instance.n is ${n}, but the cell's network has ${graph.n} processors`,
    )
  const weights = header.instance.weights ?? built?.weights ?? null
  if (weights !== null && weights.length !== graph.m)
    throw new InputError(
      `${place()}: field instance.weights has ${weights.length} entries for ${graph.m} channels`,
    )
  const wakeTimes = wake_times.map((time) => time ?? Number.POSITIVE_INFINITY)
  const clocks = header.clocks === undefined ? null : createClocks(header.clocks, n, new Streams(header.seed))
  const [min, max] = header.instance.delay_bounds ?? []
  const delayBounds = min === undefined || max === undefined ? null : { min, max }
  const { f = 0 } = header.instance
  const parts = { ids, values, fields, root, weights, clocks, f, delayBounds, wakeTimes }
  return new ComputedInstance(graph, parts)
}

function builtInstance(
  { cell }: Header,
  algorithm: AnyAlgorithm,
  readFile: (path: string) => string,
  place: Place,
): ComputedInstance {
  if (cell === null)
    throw new InputError(`${place()}: there is neither a field neighbors nor a field cell to build them from`)
  return prepareInstance(algorithm, cell, readFile).instance
}
