import { type AnyAlgorithm, always, type Random } from '../../../../engine/index.ts'

interface State {
  at: number
}
interface Token {
  readonly type: 'a' | 'b'
  readonly left: number
}

const [types, states, channels] = [['a', 'b'] as const, 3, 4]

/**
 * An algorithm that makes no sense: what a processor does when a message comes, to which state it goes and what it sends
 * where, is drawn at random for each state, type and channel. Every message says how many may still be sent because of it,
 * so that all executions end. What it does depends on the order of almost everything.
 */
export function randomAutomaton(random: Random, options: { fifo: boolean; safety: boolean }): AnyAlgorithm {
  const draw = () => ({
    next: random.integer(states),
    terminates: random.integer(12) === 0,
    // Mostly none or one.
    sends: Array.from({ length: Math.max(0, random.integer(4) - 1) }, () => ({
      channel: random.integer(channels),
      type: types[random.integer(2)]!,
    })),
  })
  const rows = Array.from({ length: states * 2 * channels }, draw)
  const start = Array.from({ length: 2 }, () => ({
    channel: random.integer(channels),
    type: types[random.integer(2)]!,
  }))
  const lifetime = 1 + random.integer(3)
  const forbidden = [random.integer(states), random.integer(states)]
  const receive =
    (type: number) =>
    (
      p: Parameters<NonNullable<AnyAlgorithm['uponStart']>>[0],
      state: object,
      message: object,
      from: number,
    ) => {
      const { next, terminates, sends } =
        rows[((state as State).at * 2 + type) * channels + (from % channels)]!
      ;(state as State).at = next
      const { left } = message as Token
      if (left > 0)
        for (const { channel, type } of sends) p.send(channel % p.degree, { type, left: left - 1 } as Token)
      if (terminates) p.terminate()
    }
  return {
    name: 'random-automaton',
    requires: options.fifo ? { fifo: true } : {},
    terminates: false,
    initially: (): State => ({ at: 0 }),
    uponStart(p) {
      for (const { channel, type } of start) p.send(channel % p.degree, { type, left: lifetime } as Token)
    },
    uponReceiving: { a: receive(0), b: receive(1) },
    properties: options.safety
      ? {
          neverBoth: always(({ states }) => {
            const [first, last] = [states[0] as State, states[states.length - 1] as State]
            return (
              first.at !== forbidden[0] ||
              last.at !== forbidden[1] ||
              'the first and the last are as forbidden'
            )
          }),
        }
      : {},
  }
}
