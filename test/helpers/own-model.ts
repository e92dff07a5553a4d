import { type AnyAlgorithm, type ComputedInstance, formal, type OnMemory } from '../../engine/index.ts'

/** A step on shared memory, as far as the algorithm inside notices it. */
export interface SeenStep {
  readonly processor: number
  /** By channel, how many messages the processor has taken after it. */
  readonly taken: readonly number[]
}

/**
 * The execution of an algorithm in its own model that belongs to one over registers: all who wake by themselves do so, and
 * whenever a message is taken from a register, it is delivered and processed. Throws an error if there is none such.
 */
export function inOwnModel(
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  seed: number,
  steps: readonly SeenStep[],
): formal.Configuration {
  const { network, wakeTimes } = instance
  let configuration = formal.initialConfiguration({ algorithm, instance, seed })
  const happens = (event: formal.Event): void => {
    const finding = formal.applicable(configuration, event)
    if (finding !== true) throw new Error(finding)
    configuration = formal.apply(configuration, event)
  }
  const computes = (processor: number, wakes: boolean) =>
    happens({ kind: 'comp', processor, wakes, round: null })
  for (let p = 0; p < network.n; p++) if (Number.isFinite(wakeTimes[p])) computes(p, true)
  const before = Array.from({ length: network.n }, (_, p) => new Array<number>(network.degree(p)).fill(0))
  for (const { processor: receiver, taken } of steps) {
    const channel = taken.findIndex((count, i) => count !== before[receiver]![i])
    if (channel < 0) continue
    before[receiver] = [...taken]
    const sender = network.neighbor(receiver, channel)
    // First in, first out: the oldest message that was not taken.
    const [oldest] = configuration.processors[sender]!.outbufs[network.mirror(receiver, channel)]!
    happens({ kind: 'del', sender, receiver, message: oldest!.id })
    computes(receiver, false)
  }
  return configuration
}

/** Whether two systems are in the same configuration, but for how messages get from one processor to the other. */
export function sameInside(states: readonly OnMemory[], { processors }: formal.Configuration): boolean {
  return states.every(({ inner, over }, p) => {
    const { state, status } = processors[p]!
    return JSON.stringify(inner) === JSON.stringify(state) && over === (status === 'terminated')
  })
}
