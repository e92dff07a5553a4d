import { InputError } from '../errors.ts'
import type { ComputedInstance } from '../instance.ts'
import type { AnyAlgorithm } from '../model/index.ts'
import { assertRequirements } from '../simulation/machine/requirements.ts'
import { breadthFirst } from '../topology/distances.ts'
import { isOriented } from '../topology/is-oriented.ts'
import type { Header } from './format.ts'

/** Why no execution of the algorithm can be as a header says; null if one can. */
export function checkHeader(
  header: Header,
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
): string | null {
  return (
    checkTiming(header) ??
    checkNetwork(header, instance) ??
    checkNeeds(header, algorithm, instance) ??
    checkCell(header)
  )
}

function checkTiming({ timing, delay_max, unit_delays }: Header): string | null {
  if (delay_max !== null && !(delay_max > 0)) return `delay_max is ${delay_max}; it must be above 0, or null`
  if (delay_max === null || delay_max === 1) return null
  if (timing === 'synchronous') return `delay_max is ${delay_max}; in rounds every message takes 1`
  return unit_delays ? `delay_max is ${delay_max}, but every delay is said to be the unit, 1` : null
}

function checkNetwork({ instance: { orientation } }: Header, { network }: ComputedInstance): string | null {
  const { order } = breadthFirst(network, 0)
  if (order.length < network.n)
    return `the network is not connected: from p_0, only ${order.length} of ${network.n} processors can be reached`
  if (orientation === null || isOriented(network, orientation)) return null
  return `the channels are not numbered as on an oriented ${orientation}`
}

function checkNeeds({ timing }: Header, algorithm: AnyAlgorithm, instance: ComputedInstance): string | null {
  try {
    assertRequirements(algorithm, instance, timing)
    return null
  } catch (error) {
    if (error instanceof InputError) return error.message
    throw error
  }
}

/** The cell says where the execution comes from; what stands in both must be the same. */
function checkCell({ cell, algorithm, timing, instance: { n } }: Header): string | null {
  if (cell === null) return null
  if (cell.algorithm !== algorithm)
    return `cell.algorithm is ${cell.algorithm}, but algorithm is ${algorithm}`
  if (cell.timing !== timing) return `cell.timing is ${cell.timing}, but timing is ${timing}`
  if (cell.n !== 0 && cell.n !== n) return `cell.n is ${cell.n}, but instance.n is ${n}`
  return null
}
