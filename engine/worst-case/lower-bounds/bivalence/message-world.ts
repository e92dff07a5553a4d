import { type Status, transition } from '../../../formal/transition.ts'
import type { ComputedInstance } from '../../../instance.ts'
import type { AnyAlgorithm, Knowledge, Message } from '../../../model/index.ts'
import { type Random, Streams } from '../../../random.ts'
import { tellers } from '../../../simulation/machine/knowledge.ts'
import { weightAt } from '../../../weights/weight-at.ts'
import { canonicalText } from '../../explore/canonical-text.ts'
import { copyExcept } from '../../explore/plain-data.ts'
import { type Choice, WAKES } from '../../schedules/play.ts'

interface Local {
  readonly state: object
  readonly status: Status
  /** How many coins it has flipped. */
  readonly flips: number
}

/** What can happen next at a processor: it wakes, or processes a message. */
export interface Pending extends Choice {
  readonly from: number
  readonly sender: number
  readonly content: Message | null
}

/** A configuration of an asynchronous execution; it never changes. */
export interface MessageConfiguration {
  readonly locals: readonly Local[]
  /** In the order of sending; wake-ups first. */
  readonly pending: readonly Pending[]
  /** How many messages were sent. */
  readonly sent: number
}

/** The configurations of an algorithm between single events: a processor wakes, or processes one message. */
export class MessageWorld {
  readonly n: number
  /** How many steps were computed. */
  steps = 0
  readonly #algorithm: AnyAlgorithm
  readonly #instance: ComputedInstance
  readonly #streams: Random[]
  /** By processor, its coins: those that recorded executions with seed 0 have. */
  readonly #coins: number[][]
  readonly #texts = new WeakMap<object, string>()

  constructor(algorithm: AnyAlgorithm, instance: ComputedInstance) {
    this.n = instance.network.n
    this.#algorithm = algorithm
    this.#instance = instance
    const streams = new Streams(0)
    this.#streams = Array.from({ length: this.n }, (_, p) => streams.stream('coins', p))
    this.#coins = this.#streams.map(() => [])
  }

  /** Nobody has taken a step. */
  initially(values: readonly number[]): MessageConfiguration {
    const instance = this.#instance.with({ values })
    const told = tellers(this.#algorithm, instance, instance.network)
    return {
      locals: values.map((_, p) => ({
        state: this.#algorithm.initially(told(p) as Knowledge),
        status: 'asleep' as const,
        flips: 0,
      })),
      pending: values.map((_, processor) => ({
        processor,
        message: WAKES,
        from: -1,
        sender: processor,
        content: null,
      })),
      sent: 0,
    }
  }

  /** All have woken, one after the other, and nothing was processed. */
  awake(values: readonly number[]): MessageConfiguration {
    const start = this.initially(values)
    return start.pending.reduce((at, wakeUp) => this.after(at, wakeUp), start)
  }

  /** What may happen next. */
  ready({ pending }: MessageConfiguration): readonly Pending[] {
    if (this.#algorithm.requires.fifo !== true) return pending
    const seen = new Set<string>()
    return pending.filter(({ processor, from }) => {
      const channel = `${processor} ${from}`
      return !seen.has(channel) && seen.add(channel)
    })
  }

  after(before: MessageConfiguration, { processor, message, from, content }: Pending): MessageConfiguration {
    this.steps++
    const local = before.locals[processor]!
    const { network, weights } = this.#instance
    const state = copyExcept(local.state, nothing)
    let { flips } = local
    const { status, sent } = transition(this.#algorithm, local.status, state, {
      degree: network.degree(processor),
      wakes: message === WAKES,
      inbox: content === null ? [] : [{ message: content, from }],
      round: null,
      weight: (channel) => weightAt(network, weights, processor, channel),
      random: () => this.#coin(processor, flips++),
    })
    const others = before.pending.filter(
      (one) => !(one.processor === processor && (one.message === message || one.message === WAKES)),
    )
    const posted = sent.map(({ channel, message: content }, i) => ({
      processor: network.neighbor(processor, channel),
      message: before.sent + i,
      from: network.mirror(processor, channel),
      sender: processor,
      content,
    }))
    return {
      locals: before.locals.with(processor, { state, status, flips }),
      pending: [...others, ...posted],
      sent: before.sent + sent.length,
    }
  }

  /** A text that two configurations share just if the same can happen from them. */
  textOf({ locals, pending }: MessageConfiguration): string {
    const states = locals.map((local) => this.#once(local, () => canonicalText(local)))
    const transit = pending.map((one) =>
      this.#once(one, () => {
        const { processor, from, content } = one
        return `${processor} ${from} ${content === null ? '' : canonicalText(content)}`
      }),
    )
    return `${states.join()} ${transit.sort().join()}`
  }

  /** The text of what many configurations share. */
  #once(part: object, write: () => string): string {
    let text = this.#texts.get(part)
    if (text === undefined) this.#texts.set(part, (text = write()))
    return text
  }

  #coin(processor: number, index: number): number {
    const coins = this.#coins[processor]!
    while (coins.length <= index) coins.push(this.#streams[processor]!.uniform())
    return coins[index]!
  }
}

/** What has been decided in a configuration: each value once. */
export const decisionsIn = ({ locals }: MessageConfiguration): readonly number[] => [
  ...new Set(locals.flatMap(({ state }) => (state as { readonly decided?: number | null }).decided ?? [])),
]

const nothing = new WeakSet<object>()
