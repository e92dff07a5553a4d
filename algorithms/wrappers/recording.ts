import {
  type AnyAlgorithm,
  type Message as AnyMessage,
  type Carrier,
  type Channel,
  Inside,
  type Processor,
  packingEach,
} from '../../engine/index.ts'
import type { Recorded, Recording } from './snapshot.ts'

/** The algorithm inside, each of whose messages is counted by channel. */
export function counted<S extends Recording, M extends AnyMessage>(
  algorithm: AnyAlgorithm,
  pack: (state: S, message: AnyMessage) => M,
): Inside<S, M> {
  const carrier: Carrier<S, M> = packingEach((state, message, channel) => {
    state.sentOn[channel] = (state.sentOn[channel] ?? 0) + 1
    return pack(state, message)
  })
  return new Inside<S, M>(algorithm, carrier)
}

/** The algorithm inside processes a message that came by this channel. */
export function handOn<S extends Recording, M extends AnyMessage>(
  inside: Inside<S, M>,
  p: Processor<M>,
  state: S,
  message: AnyMessage,
  from: Channel,
): void {
  state.receivedOn[from] = (state.receivedOn[from] ?? 0) + 1
  inside.receive(p, state, message, from)
}

/** The state of a processor at this moment, with nothing in transit yet; `complete` if nothing can be. */
export const record = ({ inner, sentOn, receivedOn }: Recording, degree: number): Recorded => ({
  inner: structuredClone(inner),
  sent: Array.from({ length: degree }, (_, channel) => sentOn[channel] ?? 0),
  received: Array.from({ length: degree }, (_, channel) => receivedOn[channel] ?? 0),
  channels: Array.from({ length: degree }, () => []),
  complete: degree === 0,
})

/** The same with one more message that was in transit. */
export const withInTransit = (recorded: Recorded, message: AnyMessage, from: Channel): Recorded => ({
  ...recorded,
  channels: recorded.channels.map((list, channel) => (channel === from ? [...list, message] : list)),
})

/** When the root takes the snapshot. */
export const after = {
  kind: 'integer',
  min: 0,
  default: 0,
  description: 'the root takes the snapshot once it has processed so many messages; 0: as it starts',
} as const
