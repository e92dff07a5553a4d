import type { Channel, Message, Processor } from '../model/index.ts'

/** How a wrapper sends what the algorithm inside sends. */
export interface Carrier<S, M extends Message> {
  send(p: Processor<M>, state: S, channel: Channel, message: Message): void
  sendToAll(p: Processor<M>, state: S, message: Message): void
  sendToAllExcept(p: Processor<M>, state: S, channel: Channel, message: Message): void
}

/** Every message in one of the wrapper's own, the same on all channels; `sent` is told how many that were. */
export const packing = <S, M extends Message>(
  pack: (state: S, message: Message) => M,
  sent: (state: S, count: number) => void = () => {},
): Carrier<S, M> => ({
  send(p, state, channel, message) {
    p.send(channel, pack(state, message))
    sent(state, 1)
  },
  sendToAll(p, state, message) {
    p.sendToAll(pack(state, message))
    sent(state, p.degree)
  },
  sendToAllExcept(p, state, channel, message) {
    p.sendToAllExcept(channel, pack(state, message))
    sent(state, p.degree - 1)
  },
})

/** A message in one of the wrapper's own for each channel. */
export const packingEach = <S, M extends Message>(
  pack: (state: S, message: Message, channel: Channel) => M,
): Carrier<S, M> => {
  const send: Carrier<S, M>['send'] = (p, state, channel, message) =>
    p.send(channel, pack(state, message, channel))
  return {
    send,
    sendToAll(p, state, message) {
      for (let channel = 0; channel < p.degree; channel++) send(p, state, channel, message)
    },
    sendToAllExcept(p, state, except, message) {
      for (let channel = 0; channel < p.degree; channel++)
        if (channel !== except) send(p, state, channel, message)
    },
  }
}
