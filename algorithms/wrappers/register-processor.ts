import {
  type AnyAlgorithm,
  type Carrier,
  type Channel,
  type ComputedInstance,
  type Message,
  ModelError,
  type OnMemory,
  type Processor,
  type Random,
  ReadWeights,
  Streams,
} from '../../engine/index.ts'

/** A processor whose channels are registers. Lists are by channel. */
export interface State extends OnMemory {
  readonly i: number
  /** The channel whose register it reads next. */
  next: Channel
  /** How many messages it has taken from each register that it reads. */
  readonly taken: number[]
  /** What it has written to each register that it writes: the messages that it has sent there. */
  readonly written: (readonly Message[])[]
  /** What it has still to write, in the order of sending. */
  readonly outbox: { readonly channel: Channel; readonly message: Message }[]
  /** How many coins it has flipped. */
  flips: number
}

/** What is left of a processor where there are neither clocks nor detectors, nor users of a service. */
type Bare = Pick<Processor, 'degree' | 'mark' | 'weight' | 'random'>

/** The processor at work, as the algorithm sees it. All that changes is in its state, so that states can be copied. */
export class RegisterProcessor implements Bare {
  readonly #instance: ComputedInstance
  readonly #weights: ReadWeights
  readonly #coins: ReadableCoins
  #state: State = nobody

  /** The seed is that of the coins. */
  constructor(algorithm: AnyAlgorithm, instance: ComputedInstance, seed: number) {
    this.#instance = instance
    this.#weights = new ReadWeights(algorithm, instance)
    this.#coins = new ReadableCoins(algorithm, new Streams(seed))
  }

  /** The processor, now at work in this state. */
  at(state: State): Processor {
    this.#state = state
    return this as unknown as Processor
  }

  get degree(): number {
    return this.#state.taken.length
  }

  /** Nobody looks when: a mark is about time, and steps need not have times. */
  mark(): void {}

  weight(channel: Channel): number {
    return this.#weights.at(this.#instance.network.firstSlot(this.#state.i) + channel)
  }

  random(): number {
    return this.#coins.at(this.#state.i, this.#state.flips++)
  }
}

const nobody = {} as never

/** What is sent waits in the state until it is written. */
export const intoOutbox: Carrier<State, Message> = {
  send: (_, state, channel, message) => put(state, channel, message),
  sendToAll(_, state, message) {
    for (let channel = 0; channel < state.taken.length; channel++) put(state, channel, message)
  },
  sendToAllExcept(_, state, except, message) {
    for (let channel = 0; channel < state.taken.length; channel++)
      if (channel !== except) put(state, channel, message)
  },
}

function put({ i, taken, sent, outbox }: State, channel: Channel, message: Message): void {
  if (!(channel in taken)) throw new ModelError(`sends on channel ${channel}, but p_${i} has ${taken.length}`)
  sent[message.type] = (sent[message.type] ?? 0) + 1
  outbox.push({ channel, message })
}

/** The coins of the processors, each of which has a stream of its own: whoever flips its k-th coin again finds the same. */
class ReadableCoins {
  readonly #allowed: boolean
  readonly #streams: Streams
  readonly #coins: { readonly stream: Random; readonly flipped: number[] }[] = []

  constructor({ requires }: AnyAlgorithm, streams: Streams) {
    this.#allowed = requires.coins === true
    this.#streams = streams
  }

  at(processor: number, k: number): number {
    if (!this.#allowed)
      throw new ModelError('flips a coin, but the algorithm does not declare requires: { coins: true }')
    const coins = (this.#coins[processor] ??= {
      stream: this.#streams.stream('coins', processor),
      flipped: [],
    })
    while (coins.flipped.length <= k) coins.flipped.push(coins.stream.uniform())
    return coins.flipped[k]!
  }
}
