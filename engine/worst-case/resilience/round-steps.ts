import { type Status, transition } from '../../formal/transition.ts'
import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm, Knowledge, Message } from '../../model/index.ts'
import { tellers } from '../../simulation/machine/knowledge.ts'
import { weightAt } from '../../weights/weight-at.ts'
import { canonicalText } from '../explore/canonical-text.ts'
import { copyExcept } from '../explore/plain-data.ts'
import { permutations } from '../instances/permutations.ts'
import { Numbered, type RoundLocal, textOf } from './round-local.ts'

/** What arrives in a round, by channel: the numbers of messages. */
type RoundInbox = readonly (readonly number[])[]

/** Thrown where processors prove not to be interchangeable. */
export class NotSymmetric extends Error {}

/**
 * The steps of processors in rounds, between numbered local states and by numbered messages. Each is computed once. With
 * `symmetric`, processors and channels are taken to be interchangeable, and every step is computed for all orders of the
 * channels to see that they are; if not, `NotSymmetric` is thrown.
 */
export class RoundSteps {
  readonly #locals = new Numbered<RoundLocal>()
  readonly #messages = new Numbered<Message>()
  readonly #sends = new Numbered<null>()
  /** By local state. */
  readonly #sendsNumbers: number[] = []
  readonly #steps = new Map<string, number>()
  readonly #algorithm: AnyAlgorithm
  readonly #instance: ComputedInstance
  readonly #visible: ReadonlySet<string>
  readonly #symmetric: boolean

  /** `visible`: the fields of states that properties and claims read. */
  constructor(
    algorithm: AnyAlgorithm,
    instance: ComputedInstance,
    visible: ReadonlySet<string>,
    symmetric: boolean,
  ) {
    this.#algorithm = algorithm
    this.#instance = instance
    this.#visible = visible
    this.#symmetric = symmetric
  }

  at(local: number): RoundLocal {
    return this.#locals.all[local]!
  }

  /** A number that two local states share just if they send the same. */
  sendsNumber(local: number): number {
    return (this.#sendsNumbers[local] ??= this.#sends.numberOf(
      this.at(local)
        .sends.map((list) => list.join('.'))
        .join(),
      () => null,
    ))
  }

  message(number: number): Message {
    return this.#messages.all[number]!
  }

  messageNumber(message: Message): number {
    return this.#messages.numberOf(canonicalText(message), () => structuredClone(message))
  }

  /** The processors after round 0, in which those that wake at time 0 start. `values`: the inputs. */
  initially(values: readonly number[]): number[] {
    const { network } = this.#instance
    const told = tellers(this.#algorithm, this.#instance.with({ values }), network)
    return values.map((value, p) => this.begun(p, value, this.#algorithm.initially(told(p) as Knowledge)))
  }

  /** A processor after round 0 that begins in a state. */
  begun(p: number, value: number, state: object): number {
    const fresh = { status: 'asleep', failed: false, marks: {}, sends: [], failure: null } as const
    const before: RoundLocal = { ...fresh, value, state }
    return this.#number(this.#instance.wakeTimes[p] === 0 ? this.#compute(p, before, [], 0) : before)
  }

  /** The processor after a round in which this reaches it. Whoever takes no step sends nothing any more. */
  step(p: number, local: number, inbox: RoundInbox, round: number): number {
    const { status, sends } = this.at(local)
    const name = this.#symmetric
      ? inbox
          .map((list) => list.join('.'))
          .sort()
          .join()
      : `${p}:${inbox.map((list) => list.join('.')).join()}`
    const key = `${local} ${round} ${name}`
    const known = this.#steps.get(key)
    if (known !== undefined) return known
    const before = this.at(local)
    const rests = status === 'terminated' || status === 'crashed'
    const after = this.#number(
      rests
        ? sends.length === 0
          ? before
          : { ...before, sends: [] }
        : this.#compute(p, before, inbox, round),
    )
    if (this.#symmetric && !rests) this.#assertSymmetric(p, before, inbox, round, after)
    this.#steps.set(key, after)
    return after
  }

  /** The same processor, its last step taken. */
  crashed(local: number): number {
    return this.#number({ ...this.at(local), status: 'crashed', failed: true, sends: [] })
  }

  /** The same processor, which has failed. */
  failing(local: number): number {
    const before = this.at(local)
    return before.failed ? local : this.#number({ ...before, failed: true })
  }

  #compute(p: number, before: RoundLocal, inbox: RoundInbox, round: number): RoundLocal {
    const { network, weights } = this.#instance
    const state = copyExcept(before.state, nothing)
    try {
      const { status, sent, marks } = transition(this.#algorithm, before.status as Status, state, {
        degree: network.degree(p),
        wakes: round === 0,
        inbox: inbox.flatMap((list, from) => list.map((number) => ({ message: this.message(number), from }))),
        round,
        weight: (channel) => weightAt(network, weights, p, channel),
        random: () => 0,
      })
      const sends: number[][] = []
      for (const { channel, message } of sent) (sends[channel] ??= []).push(this.messageNumber(message))
      for (let channel = 0; channel < sends.length; channel++) sends[channel] ??= []
      const made = marks.map((mark) => [mark, [before.marks[mark]?.[0] ?? round, round]] as const)
      return {
        ...before,
        state,
        status,
        sends,
        marks: made.length === 0 ? before.marks : { ...before.marks, ...Object.fromEntries(made) },
      }
    } catch (error) {
      return { ...before, sends: [], failure: (error as Error).message }
    }
  }

  /** Throws NotSymmetric unless the step is the same in all orders of the channels, and sends the same by all of them. */
  #assertSymmetric(p: number, before: RoundLocal, inbox: RoundInbox, round: number, after: number): void {
    const sends = this.at(after).sends.map((list) => list.join('.'))
    const degree = this.#instance.network.degree(p)
    if (sends.length > 0 && (sends.length < degree || sends.some((list) => list !== sends[0])))
      throw new NotSymmetric()
    const tried = new Set<string>()
    for (const order of permutations(Array.from({ length: degree }, (_, channel) => inbox[channel] ?? []))) {
      const text = order.map((list) => list.join('.')).join()
      if (tried.has(text)) continue
      tried.add(text)
      if (this.#number(this.#compute(p, before, order, round)) !== after) throw new NotSymmetric()
    }
  }

  #number(local: RoundLocal): number {
    return this.#locals.numberOf(textOf(local, this.#visible), () => local)
  }
}

const nothing = new WeakSet<object>()
