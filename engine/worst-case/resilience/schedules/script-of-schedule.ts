import type { ComputedInstance } from '../../../instance.ts'
import { byItself } from '../../explore/happening.ts'
import type { LocalSteps } from '../../explore/local-steps.ts'
import type { Alteration } from '../alteration.ts'
import type { FaultScript, Lie } from '../fault-script.ts'
import type { Paces } from '../paces.ts'
import type { FaultMove } from './fault-graph.ts'

/** A message in transit, and which it is of all on its way, from 0. */
interface InTransit {
  readonly trigger: number
  readonly sender: number
  readonly turn: number
}

/**
 * The execution with these moves, one at each of the times 1, 2, 3 … after all that wake by themselves have done so. What
 * is not processed in it comes later. A liar says all that it says as it wakes, and nothing else.
 */
export function scriptOfSchedule(
  steps: LocalSteps,
  { network, values }: ComputedInstance,
  liars: readonly number[],
  moves: readonly FaultMove[],
): FaultScript {
  const crashes: FaultScript['crashes'][number][] = []
  const list: Paces['list'][number][] = []
  const told = new Map<string, Lie['messages'][number][]>()
  const states = [...steps.initial]
  const taken = states.map(() => 0)
  const turns = new Map<string, number>()
  let inTransit: InTransit[] = []
  const turnOf = (sender: number, receiver: number): number => {
    const way = `${sender} ${receiver}`
    turns.set(way, (turns.get(way) ?? -1) + 1)
    return turns.get(way)!
  }
  let time = 0
  for (const move of moves) {
    const { processor, channel, message } = steps.triggers[move.trigger]!
    if (channel !== byItself) {
      const sender = network.neighbor(processor, channel)
      time++
      if (move.kind === 'lies') {
        const way = `${sender} ${processor}`
        told.set(way, [...(told.get(way) ?? []), message!])
        list.push({ sender, receiver: processor, turn: turnOf(sender, processor), pace: time })
      } else {
        const one = inTransit.find(({ trigger }) => trigger === move.trigger)!
        inTransit = inTransit.filter((other) => other !== one)
        list.push({ sender, receiver: processor, turn: one.turn, pace: time })
      }
    }
    const { next, sends } = steps.step(states[processor]!, move.trigger)
    states[processor] = next
    if (move.kind === 'crashes')
      crashes.push({ processor, round: taken[processor]!, receivers: move.receivers })
    taken[processor]!++
    for (const trigger of sends) {
      const receiver = steps.triggers[trigger]!.processor
      if (move.kind === 'crashes' && !move.receivers.includes(receiver)) continue
      inTransit.push({ trigger, sender: processor, turn: turnOf(processor, receiver) })
    }
  }
  for (const { trigger, sender, turn } of inTransit)
    list.push({ sender, receiver: steps.triggers[trigger]!.processor, turn, pace: ++time })
  const lies = [...told].map(([way, messages]): Lie => {
    const [liar, receiver] = way.split(' ').map(Number) as [number, number]
    return { liar, receiver, round: 0, messages }
  })
  const all = Array.from({ length: network.n }, (_, p) => p)
  const silent = liars.map((liar): Alteration => ({ liar, receivers: all, where: {}, says: null }))
  return {
    ...{ values: Array.from(values), crashes, omissions: [], liars, lies },
    ...(liars.length > 0 && { alterations: silent }),
    paces: { seed: null, heldUntil: null, list },
  }
}
