import {
  type AnyAlgorithm,
  eachWrappers,
  InputError,
  isOnMemory,
  isShared,
  over,
  schedulers,
  wrappingOf,
} from '../../engine/index.ts'
import { insideOf, shellOf } from '../cell/index.ts'
import type { Experiment } from './experiment.ts'
import { each } from './lists.ts'

/** The algorithm as it is, among wrappers. */
const none = 'none'

/** Each algorithm in each of the wrappers, `none` leaving it as it is. Throws an InputError. */
export function inWrappers(algorithms: readonly AnyAlgorithm[], given: readonly string[]): AnyAlgorithm[] {
  const ranges = each('over', given, (spec) => spec).map((spec, i) =>
    placed(i, () => (spec.trim() === none ? [none] : eachWrappers(spec))),
  )
  const specs = each('over', ranges.flat(), (spec) => spec)
  return algorithms.flatMap((algorithm) =>
    specs.map((spec) =>
      spec === none ? algorithm : placed(null, () => over(insideOf(algorithm) ?? algorithm, spec)),
    ),
  )
}

/** An error in it leads with its place. */
function placed<T>(i: number | null, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw error instanceof InputError
      ? new InputError(`over${i === null ? '' : `[${i}]`}: ${error.message}`)
      : error
  }
}

/** An experiment with its algorithms in other wrappers than its own. Throws an InputError. */
export function runOver(experiment: Experiment, given: readonly string[]): Experiment {
  const plain = new Set(
    experiment.algorithms.map((one) => {
      const innermost = wrappingOf(one)?.innermost ?? one
      return isShared(innermost) ? shellOf(innermost) : innermost
    }),
  )
  const algorithms = inWrappers([...plain], given)
  const scheduled = algorithms.find(isOnMemory)
  const delay = experiment.delays.find((spec) => schedulers.find(spec) === null)
  if (scheduled !== undefined && delay !== undefined)
    throw new InputError(
      `over: ${scheduled.name} runs under schedulers, and the experiment ${experiment.name} has the delay ${delay}; sweep --over runs it`,
    )
  return { ...experiment, algorithms }
}
