import type { FaultFamily } from './fault-family.ts'

/** Channels lose messages, but not for ever: whoever sends again and again gets through. */
export const loss: FaultFamily<'loss'> = {
  name: 'loss',
  summary: 'channels lose messages, each on its own, but never too many in a row',
  title: 'losses',
  parameters: {
    rate: { kind: 'number', default: 0.1, min: 0, max: 1, description: 'the part of the messages' },
    row: {
      kind: 'integer',
      default: 20,
      min: 1,
      description: 'so many in a row at most are lost on a channel, in each direction',
      title: 'in a row',
    },
  },
  faulty: () => 0,
  create({ values, stream, instance: { network } }) {
    const { rate, row } = values as { readonly rate: number; readonly row: number }
    /** By sender and receiver, how many were lost since one got through. */
    const lost = new Map<number, number>()
    return {
      strikes(sender, receiver) {
        const channel = sender * network.n + receiver
        const before = lost.get(channel) ?? 0
        if (stream.uniform() >= rate || before === row) {
          if (before > 0) lost.delete(channel)
          return null
        }
        lost.set(channel, before + 1)
        return 'lost'
      },
    }
  },
}
