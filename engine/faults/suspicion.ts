import type { DetectorClass, Network } from '../model/index.ts'
import type { Random } from '../random.ts'
import { assertAsked, suspectingClasses } from './detector-classes.ts'
import type { Suspicion } from './fault.ts'
import type { FaultContext, FaultFamily } from './fault-family.ts'

/**
 * Failure detectors notice crashes late, and are wrong as often as their class allows it. Chandra & Toueg 1996.
 */
export const suspicion: FaultFamily<'suspicion'> = {
  name: 'suspicion',
  summary: 'failure detectors notice crashes late, and are wrong where their class allows it',
  title: 'mistakes of failure detectors',
  parameters: {
    until: {
      kind: 'number',
      default: 10,
      min: 0,
      description: 'from this time on, ◇P, ◇S and Ω are as they have to be in the end',
    },
    rate: {
      kind: 'number',
      default: 0.3,
      min: 0,
      max: 1,
      description: 'the part of the time for which a processor is wrong about another',
    },
    stretch: {
      kind: 'number',
      default: 2,
      min: 0,
      aboveMin: true,
      description: 'how long a processor stays with an opinion',
    },
    latency: {
      kind: 'number',
      default: 1,
      min: 0,
      description: 'how long after a crash a processor notices it at the latest',
    },
    class: {
      kind: 'text',
      choices: [...suspectingClasses, 'Ω'],
      description: 'the class that detectors are of in truth; default: the one that the algorithm requires',
    },
  },
  faulty: () => 0,
  create(context) {
    assertAsked(context.algorithm, context.values.class as DetectorClass | undefined)
    return { suspicion: suspicionOf(context) }
  },
}

function suspicionOf({ values, stream, streamOf, instance: { network } }: FaultContext): Suspicion {
  const { until, rate, stretch, latency } = values as Readonly<
    Record<'until' | 'rate' | 'stretch' | 'latency', number>
  >
  const minds: Mind[] = []
  const mind = (processor: number): Mind =>
    (minds[processor] ??= new Mind(streamOf(processor), network, processor, rate))
  return {
    class: values.class as DetectorClass | undefined,
    until,
    order: Array.from(stream.permutation(network.n)),
    latency: (processor, channel) => latency * mind(processor).latencies[channel]!,
    errs: (processor, channel, now) => mind(processor).at(Math.floor(now / stretch)).wrong[channel]!,
    misleads: (processor, now) => mind(processor).at(Math.floor(now / stretch)).leader,
  }
}

/** What one processor is wrong about, drawn stretch after stretch as time goes on. */
class Mind {
  /** By channel, which part of the longest latency its neighbour takes to be suspected after a crash. */
  readonly latencies: readonly number[]
  /** By channel, whether it is wrong about the neighbour; whom it takes for the leader, null: who is it. */
  wrong: readonly boolean[] = []
  leader: number | null = null
  readonly #random: Random
  readonly #n: number
  readonly #rate: number
  #stretch = -1

  constructor(random: Random, network: Network, processor: number, rate: number) {
    this.#random = random
    this.#n = network.n
    this.#rate = rate
    this.latencies = Array.from({ length: network.degree(processor) }, () => random.uniform())
  }

  /** In a stretch of time, none before the last that was asked for. */
  at(stretch: number): this {
    for (; this.#stretch < stretch; this.#stretch++) {
      this.wrong = this.latencies.map(() => this.#random.uniform() < this.#rate)
      this.leader = this.#random.uniform() < this.#rate ? this.#random.integer(this.#n) : null
    }
    return this
  }
}
