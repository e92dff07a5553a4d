import { type Cell, InputError, topologies } from '../../engine/index.ts'
import { loadSpec } from '../../experiments/index.ts'
import {
  clocksPart,
  faultsPart,
  inputsOf,
  wakeUpsOf,
  weightsPart,
  workloadPart,
} from '../options/instance-options.ts'
import { timingOption } from '../options/specs.ts'
import type { SimulateOptions } from './options.ts'

/** The options with specs as catalogues read them; the modules of one's own families are imported. */
export async function withOwnSpecs(options: SimulateOptions): Promise<SimulateOptions> {
  const { topology, delay, wakeup } = options
  return {
    ...options,
    ...(topology !== undefined && { topology: await loadSpec(topology) }),
    ...(delay !== undefined && { delay: await loadSpec(delay) }),
    ...(typeof wakeup === 'string' && { wakeup: await loadSpec(wakeup) }),
  }
}

/** The cell that the options ask for; `rounds`: the algorithm is written for the synchronous model. Throws an InputError. */
export function simulatedCell(algorithm: string, options: SimulateOptions, rounds: boolean): Cell {
  if (options.topology === undefined)
    throw new InputError('simulate needs --topology, such as --topology ring')
  const { entry, spec: topology } = topologies.parse(options.topology)
  if (options.n === undefined && !entry.fixedSize)
    throw new InputError(`topology ${topology} needs --n, the number of processors`)
  const timing = timingOf(options.timing, rounds)
  if (timing === 'synchronous' && options.delay !== undefined)
    throw new InputError(
      '--delay has no meaning in the synchronous model, in which every message takes one round',
    )
  return {
    algorithm,
    timing,
    topology,
    n: options.n ?? 0,
    delay: timing === 'synchronous' ? null : (options.delay ?? 'uniform'),
    wakeup: wakeUpsOf(options)[0]!,
    ...faultsPart(options, options.n),
    inputs: inputsOf(options)[0]!,
    ...weightsPart(options),
    ...clocksPart(options),
    ...workloadPart(options),
    replicate: 0,
    seed: options.seed,
  }
}

function timingOf(asked: string | undefined, rounds: boolean): 'synchronous' | 'asynchronous' {
  if (asked === undefined) return rounds ? 'synchronous' : 'asynchronous'
  return timingOption(asked)
}
