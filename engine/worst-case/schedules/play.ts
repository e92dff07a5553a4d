import { ModelError } from '../../errors.ts'
import { Replica } from '../../executions/replica.ts'
import type { Sending } from '../../formal/transition.ts'
import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm, Call, Crossing } from '../../model/index.ts'

/** Stands in a choice for the message of a processor that wakes by itself. */
export const WAKES = -1

/** Stands in a choice for the message of a processor that is asked for an operation. */
export const INVOKES = -2

/**
 * One step of a schedule: a processor wakes by itself, is asked for an operation, or processes one message. Messages are numbered 0, 1, 2 … in
 * the order of sending. That a computation event may process several messages adds nothing: it handles them one by one.
 */
export interface Choice {
  readonly processor: number
  readonly message: number
  /** What it is asked for, where it is. */
  readonly call?: Call
}

/**
 * Who decides when the initiators wake: all wake at time 0, before the choices begin, or each wakes when a choice
 * says so, if ever.
 */
export type WakeUps = 'at zero' | 'chosen'

/** A message of a schedule that is carried out. */
export interface PlayedMessage {
  readonly sender: number
  readonly sending: Sending
  readonly receiver: number
  /** The channel in the receiver's numbering. */
  readonly from: number
  /** The step in which it is sent. */
  readonly sentIn: number
}

/** A step that was carried out, with what it sends. */
export interface PlayedStep extends Choice {
  /** The number of the first message that it sends; the others follow. */
  readonly firstSent: number
  readonly sends: number
  readonly terminates: boolean
  /** What crosses the interface. */
  readonly crossings: readonly Crossing[]
}

/** A schedule that was carried out from the initial configuration. */
export interface Play {
  readonly wakeUps: WakeUps
  readonly steps: readonly PlayedStep[]
  readonly messages: readonly PlayedMessage[]
  /** The messages that are still in transit at the end, by number. */
  readonly inTransit: readonly number[]
  /** Those of them that can be processed next: all, or the first of each channel if it is first in, first out. */
  readonly ready: readonly number[]
  readonly final: Replica
}

/**
 * Carries out a schedule by the algorithm's transition function. Of those who wake at time 0, only the first `woken` do, if
 * the schedule ends before all have. Throws what the algorithm throws, and a ModelError if a
 * choice is not possible in its turn.
 */
export function play(
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  choices: Iterable<Choice>,
  wakeUps: WakeUps,
  woken = Number.POSITIVE_INFINITY,
): Play {
  const { network } = instance
  const replica = new Replica(algorithm, instance, 0)
  const steps: PlayedStep[] = []
  const messages: PlayedMessage[] = []
  const processed = new Set<number>()
  const take = ({ processor, message: id, call }: Choice): void => {
    const message = messages[id]
    if (id >= 0 && (message?.receiver !== processor || processed.has(id)))
      throw new ModelError(`step ${steps.length}: m_${id} is not in transit to p_${processor}`)
    processed.add(id)
    const before = replica.status[processor]
    const inbox = message === undefined ? [] : [{ message: message.sending.message, from: message.from }]
    const asked = call === undefined ? [] : [{ kind: 'invocation', ...call } as const]
    const { sent, crossings } = replica.compute(processor, id === WAKES, inbox, null, { crossings: asked })
    const terminates = before !== 'terminated' && replica.terminated(processor)
    const firstSent = messages.length
    for (const sending of sent)
      messages.push({
        sender: processor,
        sending,
        receiver: network.neighbor(processor, sending.channel),
        from: network.mirror(processor, sending.channel),
        sentIn: steps.length,
      })
    steps.push({ processor, message: id, firstSent, sends: sent.length, terminates, crossings })
  }
  if (wakeUps === 'at zero')
    for (const processor of wakersAtZero(instance).slice(0, woken)) take({ processor, message: WAKES })
  for (const choice of choices) take(choice)
  const inTransit = [...messages.keys()].filter((id) => !processed.has(id))
  const ready = algorithm.requires.fifo === true ? firstOnTheirChannels(messages, inTransit) : inTransit
  return { wakeUps, steps, messages, inTransit, ready, final: replica }
}

function firstOnTheirChannels(messages: readonly PlayedMessage[], inTransit: readonly number[]): number[] {
  const channels = new Set<string>()
  return inTransit.filter((id) => {
    const { receiver, from } = messages[id]!
    const channel = `${receiver} ${from}`
    return !channels.has(channel) && channels.add(channel)
  })
}

/** Those who wake by themselves, all at time 0, in order. */
export function wakersAtZero({ wakeTimes }: ComputedInstance): number[] {
  return Array.from(wakeTimes).flatMap((time, processor) => {
    if (time !== 0 && time !== Number.POSITIVE_INFINITY)
      throw new ModelError(
        `p_${processor} wakes at ${time}; a schedule has wake-ups at 0 or where it chooses`,
      )
    return time === 0 ? [processor] : []
  })
}
