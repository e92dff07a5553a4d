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
  sharedDataArray,
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
  const { readers, writers, own, far } = endsOf(network)
  const variables = () => ({
    register: sharedDataArray<readonly Message[]>(readers.length, {
      initially: [],
      readers: (slot) => readers[slot]!,
      writers: (slot) => writers[slot]!,
      home: (slot) => readers[slot]!,
    }),
  })
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
        1: (s, { register }) =>
          register.at(own(s.i, s.next)).read((messages) => {
            const from = s.next
            s.next = (from + 1) % s.taken.length
            if (messages.length > s.taken[from]!) {
              const message = messages[s.taken[from]!++]!
              inside.receive(processor.at(s), s, message, from)
            }
            return s.outbox.length === 0 ? done : 2
          }),
        2: (s, { register }) => {
          const { channel, message } = s.outbox[0]!
          const messages = [...s.written[channel]!, message]
          return register.at(far(s.i, channel)).write(messages, () => {
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

/** By slot of the network, who reads and who writes its register; and the slots of a processor that reads or writes a channel. */
function endsOf(network: Graph) {
  const { n, m } = network
  const readers = new Uint32Array(2 * m)
  const writers = new Uint32Array(2 * m)
  const own = (p: number, channel: Channel): number => network.firstSlot(p) + channel
  const far = (p: number, channel: Channel): number =>
    own(network.neighbor(p, channel), network.mirror(p, channel))
  for (let p = 0; p < n; p++)
    for (let channel = 0; channel < network.degree(p); channel++) {
      readers[own(p, channel)] = p
      writers[far(p, channel)] = p
    }
  return { readers, writers, own, far }
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
