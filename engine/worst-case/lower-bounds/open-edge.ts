import { formulaOf, formulaValue } from '../../claims/value.ts'
import { InputError } from '../../errors.ts'
import { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm } from '../../model/index.ts'
import { assertDistinct } from '../../specs/integer-list.ts'
import { ringOf } from '../../topology/ring.ts'
import { assertRunsOn } from '../assert-runs-on.ts'
import type { Choice } from '../schedules/index.ts'
import { assertSubject } from './assert-subject.ts'
import { RingWorld } from './ring-world.ts'

/** What the open-edge adversary came to on the rings of one size. */
export interface OpenLevel {
  /** The size of the rings. */
  readonly size: number
  /** The fewest and the most messages that were received on one of them while an edge was open. */
  readonly least: number
  readonly most: number
  /** What the theorem says, for each of them. */
  readonly bound: number
}

/** A ring and a schedule on it that make an algorithm send many messages. */
export interface OpenEdgeConstruction {
  /** An oriented ring; its identifiers stand in clockwise order. */
  readonly instance: ComputedInstance
  /** Messages received before the edge from the last processor to p_0 delivers its first. */
  readonly forced: number
  readonly bound: number
  readonly levels: readonly OpenLevel[]
  /** The whole schedule, all having woken at time 0; the first `forced` choices are the open part. */
  readonly choices: readonly Choice[]
  /** Whether the schedule runs to its end, with nothing in transit, within the budget. */
  readonly complete: boolean
}

/** How far the construction goes, and with which identifiers. */
export interface OpenEdgeOptions {
  /** Clockwise on the smallest rings of all, two by two. Default: 0 … n − 1. */
  readonly ids?: readonly number[]
  /** After so many messages received the construction stops. Default: a million. */
  readonly messages?: number
}

/**
 * The lower bound for election on asynchronous rings of unknown size, Ω(n log n) messages, as an adversary against any
 * algorithm. Attiya & Welch, section 3.3.3; Burns 1980. The number of processors n must be a power of two, at least 4.
 *
 * A schedule is open if some edge delivers nothing in it. Two rings of n/2 processors, each with an open schedule, are
 * cut at their open edges and pasted together. Neither half has heard of the other, so before all can know the leader,
 * at least n/2 more messages must be received, beginning at the two new edges. The adversary delivers all that follows
 * from the messages on one of them, or else on the other: whichever makes for more. That is at least half of it, and the
 * other edge is open. So M(2) ≥ 1 and M(n) ≥ 2 M(n/2) + n/4, where the book is content with (n/2 − 1)/2: its bound,
 * which is reported, is n log₂ n / 4 + 1/2. Last, the edge is closed and the schedule completed.
 *
 * The theorem is about algorithms without knowledge of n after which everyone knows the leader's identifier. What the
 * proof uses is that nobody in the half without the leader is done before it has received word from the other half, so an
 * announcement will do. Against other algorithms fewer messages may be forced. Throws an InputError if the algorithm
 * does not run on such rings at all, and what the algorithm throws.
 */
export function forceMessages(
  algorithm: AnyAlgorithm,
  n: number,
  options: OpenEdgeOptions = {},
): OpenEdgeConstruction {
  assertForcible(algorithm, n)
  const { ids = Array.from({ length: n }, (_, i) => i), messages = 1e6 } = options
  if (ids.length !== n) throw new InputError(`there are ${ids.length} identifiers for ${n} processors`)
  assertDistinct(ids, 'identifiers')
  const world = new RingWorld(algorithm, new ComputedInstance(ringOf(n, 'ring'), { ids }))
  const counts = new Map<number, number[]>()

  /** Joins these processors to a ring with an open edge; in clockwise order, from behind that edge. */
  const join = (first: number, size: number): readonly number[] => {
    if (size === 1) return [first]
    const before = world.received
    const [a, b] = [join(first, size / 2), join(first + size / 2, size / 2)]
    const lines = [
      [...a, ...b],
      [...b, ...a],
    ] as const
    const [one, other] = lines.map((line) => world.tryRun(line, messages))
    const line = lines[other! > one! ? 1 : 0]
    world.run(line, messages)
    counts.set(size, [...(counts.get(size) ?? []), world.received - before])
    return line
  }

  const line = join(0, n)
  const forced = world.received
  world.run(line, messages, true)
  const choices = world.scheduleOn(line)
  const instance = new ComputedInstance(ringOf(n, 'ring'), { ids: line.map((p) => ids[p]!) })
  const levels = [...counts].map(([size, received]) => ({
    size,
    least: Math.min(...received),
    most: Math.max(...received),
    bound: openEdgeBound(size),
  }))
  const complete = world.received < messages
  return { instance, forced, bound: openEdgeBound(n), levels, choices, complete }
}

/** Throws unless the theorem is about this algorithm, on rings of n processors. */
export function assertForcible(algorithm: AnyAlgorithm, n: number): void {
  assertSubject(algorithm, 'the open-edge adversary', excluded)
  if (algorithm.uponRound !== undefined)
    throw new InputError(
      `the open-edge adversary needs an asynchronous algorithm; ${algorithm.name} is written in rounds`,
    )
  assertRunsOn(algorithm, 'the open-edge adversary')
  if (n < 4 || !Number.isInteger(Math.log2(n)))
    throw new InputError(`the open-edge adversary needs n = 2^k, at least 4; here n = ${n}`)
}

/** What processors must not have, lest they could tell a ring from a part of a larger one. */
const excluded = {
  size: 'works where the size of the ring is not known',
  diameter: 'works where the size of the ring is not known',
  root: 'works where no processor is distinguished',
  spanningTree: 'works where no processor is distinguished',
  neighborIdentifiers: 'works where neighbours are not known',
  identifierBits: 'works where nothing is known of other identifiers',
  coins: 'works against deterministic algorithms',
  synchronous: 'works in the asynchronous model',
} as const

const theorem = 'n log2(n)/4 + 1/2'

/** The book's bound, as text. */
export const openEdgeTheorem = formulaOf(theorem).text

/** Its value for a ring of n = 2^k processors: M(2) = 1, M(n) = 2 M(n/2) + (n/2 − 1)/2. */
export const openEdgeBound = (n: number): number => formulaValue(theorem, () => n)
