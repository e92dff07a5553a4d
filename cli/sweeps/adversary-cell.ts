import { type Cell, InputError, topologies } from '../../engine/index.ts'
import { loadSpec } from '../../experiments/index.ts'
import {
  type InstanceOptions,
  inputsOf,
  wakeUpsOf,
  weightsPart,
  workloadPart,
} from '../options/instance-options.ts'

/** The instance that a command is about in which an adversary, not a distribution, decides when messages arrive. */
export async function adversaryCell(
  algorithm: string,
  topologySpec: string,
  options: InstanceOptions & { readonly n?: number; readonly seed: number },
): Promise<Cell> {
  const { entry, spec } = topologies.parse(await loadSpec(topologySpec))
  // Threads import the module of a network of one's own once more.
  const topology = topologySpec.includes('#') ? topologySpec : spec
  if (options.n === undefined && !entry.fixedSize)
    throw new InputError(`topology ${topology} needs --n, the number of processors`)
  return {
    algorithm,
    timing: 'asynchronous',
    topology,
    n: options.n ?? 0,
    delay: null,
    wakeup: wakeUpsOf(options)[0]!,
    faults: 'none',
    inputs: inputsOf(options)[0]!,
    ...weightsPart(options),
    ...workloadPart(options),
    replicate: 0,
    seed: options.seed,
  }
}
