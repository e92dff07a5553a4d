import { type Adversary, type Departure, formal } from '../../../engine/index.ts'

type Clock = Extract<Parameters<typeof formal.runTimed>[1], { readonly kind: 'asynchronous' }>

/** The adversary, asked as the literal model asks: about each message when the event that sends it is over. */
export function literalDelays(adversary: Adversary): Clock['delay'] {
  let [first, end] = [0, 0]
  return (letter, time, after) => {
    // The first message of an event comes with all that the event has sent.
    if (letter.id >= end) [first, end] = [letter.id, after.sent]
    const departure: Departure = {
      number: letter.id,
      index: letter.id - first,
      count: end - first,
      time,
      sender: letter.sender,
      channel: letter.channel,
      receiver: letter.receiver,
      message: letter.message,
      configuration: formal.view(after),
      awake: (p) => after.processors[p]!.status !== 'asleep',
    }
    return adversary.delay(departure)
  }
}
