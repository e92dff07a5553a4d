import {
  type AnyAlgorithm,
  type Choice,
  type ComputedInstance,
  play,
  WAKES,
} from '../../../../engine/index.ts'

/** How an execution ended: who had woken by itself, and what was sent. */
interface Ending {
  readonly wakers: number
  readonly messages: number
  readonly byType: ReadonlyMap<string, number>
}

/**
 * The ends of all executions in which everyone may wake by itself whenever it sleeps, or never: carried out one by one by
 * the transition function; nothing is remembered and nothing left out.
 */
export function everyEnding(algorithm: AnyAlgorithm, instance: ComputedInstance): Ending[] {
  const endings: Ending[] = []
  const extend = (choices: readonly Choice[]): void => {
    const { ready, messages, final } = play(algorithm, instance, choices, 'chosen')
    if (ready.length === 0 && choices.length > 0) {
      const byType = new Map<string, number>()
      for (const { sending } of messages)
        byType.set(sending.message.type, (byType.get(sending.message.type) ?? 0) + 1)
      const wakers = choices.filter(({ message }) => message === WAKES).length
      endings.push({ wakers, messages: messages.length, byType })
    }
    for (const message of ready) extend([...choices, { processor: messages[message]!.receiver, message }])
    for (const [processor, status] of final.status.entries())
      if (status === 'asleep' && instance.wakeTimes[processor] === 0)
        extend([...choices, { processor, message: WAKES }])
  }
  extend([])
  return endings
}
