import { formulaValue } from './claims/value.ts'
import { parseInputs } from './inputs/index.ts'
import type { AnyAlgorithm } from './model/index.ts'
import { topologies } from './topology/index.ts'
import { processorsMax } from './topology/sizes.ts'

/** What a run takes at its peak, in bytes, roughly. */
export interface Memory {
  /** Channels and their numbers. */
  readonly network: number
  /** States, identifiers, values, wake-up times and counters. */
  readonly processors: number
  /** Messages in transit. */
  readonly messages: number
}

/** What the memory of a run depends on; a cell has all of it but the messages. */
export interface Extent {
  readonly topology: string
  readonly n: number
  readonly inputs: string
  /** Absent where channels have no weights. */
  readonly weights?: string
  readonly timing: 'synchronous' | 'asynchronous'
  /** The most messages that the run may send; they also limit how many are in transit at once. */
  readonly messages: number
}

/** Identifier, value, wake-up time, status and count of sent messages take 21 bytes, a state of a few fields some 100. */
const perProcessor = 121
/** An event of the queue; in rounds, the same message as it is sent, delivered and sorted, with room to grow. */
const perMessage = { asynchronous: 16, synchronous: 48 } as const
/** Of a stored channel, at each end: the neighbour, and its number for the channel, which takes one byte up to degree 256. */
const perChannel = 10

/** A weight in the order of channels, and by the slots of both ends. */
const perWeight = 24

/**
 * The memory of a run, calibrated on flooding: states of more than a few fields, and messages of which each has its
 * own contents, take more. A network about to be flooded has about one message per channel in transit. Null where
 * `channelsOf` is.
 */
export function estimateMemory({ topology, n, inputs, weights, timing, messages }: Extent): Memory | null {
  const m = channelsOf(topology, n)
  if (m === null) return null
  const { ports } = parseInputs(inputs).values
  const { computed } = topologies.parse(topology).entry
  const inArrays = computed !== true || (ports === 'sorted' && topology !== 'complete')
  // The numbering as built is kept for the next run on the same network; its offsets are shared.
  const numberings = computed !== true && ports !== 'as-built' ? 2 : 1
  return {
    network:
      (inArrays ? perChannel * m * numberings + 4 * n : 0) + (weights === undefined ? 0 : perWeight * m),
    processors: perProcessor * n,
    messages: perMessage[timing] * Math.min(m, messages),
  }
}

/**
 * The number of channels, exact or expected, of a network that need not be built for it. Null where it stands in a
 * file, and where there is no such network.
 */
export function channelsOf(topology: string, n: number): number | null {
  const { entry, values } = topologies.at(topology, n)
  if (entry.fixedSize || n > processorsMax || entry.sizeProblem(n, values) !== null) return null
  const { m = entry.channelsExpected?.(n, values) } = entry.closedForm?.(n, values) ?? {}
  return m === undefined ? null : Math.round(m)
}

/** The least bound on the messages of every run of this size that the algorithm claims; Infinity if none. */
export function mostMessages(
  { claims }: AnyAlgorithm,
  { topology, n }: { readonly topology: string; readonly n: number },
): number {
  const known: Readonly<Record<string, number>> = { n, m: channelsOf(topology, n) ?? Number.NaN }
  const bounds = [claims?.messages ?? []]
    .flat()
    .filter(({ kind, when }) => (kind === 'exactly' || kind === 'at most') && when === undefined)
    .map(({ formula }) => formulaValue(formula, (name) => known[name] ?? Number.NaN))
  return Math.min(Number.POSITIVE_INFINITY, ...bounds.filter((bound) => !Number.isNaN(bound)))
}
