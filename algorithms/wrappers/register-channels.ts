import {
  type AnyAlgorithm,
  type Channel,
  type ComputedInstance,
  done,
  type Graph,
  Inside,
  type Knowledge,
  type Message,
  type ObjectService,
  type SharedObject,
  sharedData,
  tellers,
} from '../../engine/index.ts'
import { intoOutbox, RegisterProcessor, type State } from './register-processor.ts'

/** What a processor is asked for, again and again. */
const turns: ObjectService<'turn'> = {
  name: 'turns',
  summary: 'a processor reads a register of one of its channels, and writes what it then sends',
  operations: { turn: { summary: 'answered when all that was sent is written' } },
  workload: 'closed',
  properties: {},
  object: () => 'turns',
}

/**
 * The processors of a network on shared memory. Each channel has a register for either direction, with one writer and one
 * reader, which holds the messages that were sent there so far and lives at the reader.
 *
 * In a turn, a processor reads the register of one of its channels, the next one each time, so that all get their turn.
 * It takes the first message there that it has not taken yet, if there is one, and computes; then it writes what was sent,
 * one message with each write. What is computed without a message comes before the first step, in the initial states: whoever
 * wakes by itself has done so.
 */
export function registerChannels(
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  seed: number,
): SharedObject {
  const { network, wakeTimes } = instance
  const processor = new RegisterProcessor(algorithm, instance, seed)
  const inside = new Inside<State, Message>(algorithm, intoOutbox)
  const tell = tellers(algorithm, instance, network, seed)
  const { variables, own, far } = registersOf(network)
  const object: SharedObject<State, typeof variables, 'turn'> = {
    name: algorithm.name,
    service: turns,
    requires: { size: network.n },
    variables,
    initially({ i }) {
      const state = initialState(algorithm.initially(tell(i) as Knowledge), i, network.degree(i))
      if (wakeTimes[i] !== Number.POSITIVE_INFINITY) inside.start(processor.at(state), state)
      return state
    },
    operations: {
      turn: {
        1: (s, registers) =>
          registers[own(s.i, s.next)]!.read((messages) => {
            const from = s.next
            s.next = (from + 1) % s.taken.length
            if (messages.length > s.taken[from]!) {
              const message = messages[s.taken[from]!++]!
              inside.receive(processor.at(s), s, message, from)
            }
            return s.outbox.length === 0 ? done : 2
          }),
        2: (s, registers) => {
          const { channel, message } = s.outbox[0]!
          const messages = [...s.written[channel]!, message]
          return registers[far(s.i, channel)]!.write(messages, () => {
            s.written[channel] = messages
            s.outbox.shift()
            return s.outbox.length === 0 ? done : 2
          })
        },
      },
    },
    guarantees: 'linearizable',
    progress: 'wait-free',
    // The messages that are under way: sent, and not yet taken.
    left: ({ sent, taken }) => sum(Object.values(sent)) - sum(taken),
  }
  return object as unknown as SharedObject
}

/** A register for each channel and direction, `p_0→p_1`; and the names of those that a processor reads and writes. */
function registersOf(network: Graph) {
  const { n } = network
  const name = (writer: number, reader: number) => `p_${writer}→p_${reader}`
  const own = (p: number, channel: Channel): string => name(network.neighbor(p, channel), p)
  const far = (p: number, channel: Channel): string => name(p, network.neighbor(p, channel))
  const variables = () =>
    Object.fromEntries(
      Array.from({ length: n }, (_, reader) =>
        Array.from({ length: network.degree(reader) }, (_, channel) => {
          const writers = network.neighbor(reader, channel)
          const register = { initially: [], writers, readers: reader, home: reader }
          return [own(reader, channel), sharedData<readonly Message[], never>(register)] as const
        }),
      ).flat(),
    )
  return { variables, own, far }
}

const initialState = (inner: object, i: number, degree: number): State => ({
  argument: null,
  answer: null,
  inner,
  awake: false,
  over: false,
  sent: {},
  i,
  next: 0,
  taken: Array.from({ length: degree }, () => 0),
  written: Array.from({ length: degree }, () => []),
  outbox: [],
  flips: 0,
})

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
