import { arbitraryStates } from '../../faults/index.ts'
import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm, ConfigurationView, Finding, Knowledge } from '../../model/index.ts'
import { tellers } from '../../simulation/machine/knowledge.ts'
import { liarHere } from '../resilience/courses.ts'
import type { Lie } from '../resilience/fault-script.ts'
import { lieOptions } from '../resilience/lie-options.ts'
import type { RoundSteps } from '../resilience/round-steps.ts'
import { everyChoice } from './every-choice.ts'

/** A state in which a processor may begin, after round 0, and what is chosen for it. */
interface Beginning {
  readonly local: number
  readonly choices: readonly number[]
  readonly state: object
}

/** A configuration between two rounds: a number for the state of each processor, `liarHere` for a liar. */
export type Locals = readonly number[]

/**
 * What can come of a configuration in a round in which these processors lie. What steps do must not depend on how many
 * rounds there were; algorithms that stabilise do not know.
 */
export class LiedRounds {
  readonly liars: readonly number[]
  /** By processor, all states in which it may begin, each once. */
  readonly beginnings: readonly (readonly Beginning[])[]
  /** By processor, the fields of its state that may be arbitrary. */
  readonly #fields: readonly ReadonlySet<string>[]
  readonly #steps: RoundSteps
  readonly #algorithm: AnyAlgorithm
  readonly #instance: ComputedInstance
  /** By liar and receiver, all that may be said, by the numbers of messages. */
  readonly #lies = new Map<string, readonly (readonly number[])[]>()

  constructor(
    steps: RoundSteps,
    algorithm: AnyAlgorithm,
    instance: ComputedInstance,
    liars: readonly number[],
  ) {
    this.#steps = steps
    this.#algorithm = algorithm
    this.#instance = instance
    this.liars = liars
    this.beginnings = this.#beginnings()
    const begin = arbitraryStates(algorithm, instance)
    this.#fields = this.beginnings.map((_, p) => new Set(Object.keys(begin(p, {}, () => 0))))
  }

  /** All configurations to which a round may lead, each once. */
  *after(locals: Locals): Generator<Locals> {
    const courses = locals.map((_, q) => [...new Set(this.#courses(locals, q).map(({ local }) => local))])
    yield* product(courses)
  }

  /** Lies with which a round leads from one configuration to another. */
  lies(from: Locals, to: Locals, round: number): Lie[] {
    return to.flatMap((local, q) => {
      const told = this.#courses(from, q).find((course) => course.local === local)!.told
      return told.map((messages, i) => ({
        ...{ liar: this.liars[i]!, receiver: q, round },
        messages: messages.map((number) => this.#steps.message(number)),
      }))
    })
  }

  /** Whether a configuration is legitimate; if not, why. A processor that throws makes it illegitimate. */
  legitimate(locals: Locals): Finding {
    const all = locals.map((local, p) =>
      this.#steps.at(local === liarHere ? this.beginnings[p]![0]!.local : local),
    )
    const view: ConfigurationView = {
      instance: this.#instance,
      states: all.map(({ state }) => state),
      terminated: (p) => all[p]!.status === 'terminated',
      faulty: (p) => this.liars.includes(p),
    }
    const failure = all.find((one, p) => one.failure !== null && locals[p] !== liarHere)?.failure
    return failure ?? this.#algorithm.stabilises!.legitimate(view)
  }

  /** Of the states of all, what may be arbitrary; null for liars. */
  statesOf(locals: Locals): (object | null)[] {
    return locals.map((local, p) => {
      if (local === liarHere) return null
      const { state } = this.#steps.at(local)
      return Object.fromEntries(Object.entries(state).filter(([key]) => this.#fields[p]!.has(key)))
    })
  }

  /** What may become of a processor, with what each liar tells it for that. */
  #courses(locals: Locals, q: number): { local: number; told: readonly (readonly number[])[] }[] {
    if (locals[q] === liarHere) return [{ local: liarHere, told: [] }]
    const { network } = this.#instance
    const senders = Array.from({ length: network.degree(q) }, (_, channel) => network.neighbor(q, channel))
    const honest = senders.map((sender, channel) =>
      locals[sender] === liarHere
        ? []
        : (this.#steps.at(locals[sender]!).sends[network.mirror(q, channel)] ?? []),
    )
    const said = this.liars.map((liar) => (senders.includes(liar) ? this.#saidBy(liar, q) : [[]]))
    return [...product(said)].map((told) => {
      const inbox = honest.map((list, channel) => told[this.liars.indexOf(senders[channel]!)] ?? list)
      return { local: this.#steps.step(q, locals[q]!, inbox, 1), told }
    })
  }

  #saidBy(liar: number, receiver: number): readonly (readonly number[])[] {
    const key = `${liar} ${receiver}`
    let known = this.#lies.get(key)
    if (known === undefined) {
      const between = { liar, receiver, round: 0, liars: this.liars, secrets: [] }
      known = lieOptions(this.#algorithm, this.#instance, between).map((lie) =>
        lie.map((message) => this.#steps.messageNumber(message)),
      )
      this.#lies.set(key, known)
    }
    return known
  }

  #beginnings(): Beginning[][] {
    const { network, values } = this.#instance
    const told = tellers(this.#algorithm, this.#instance, network)
    const begin = arbitraryStates(this.#algorithm, this.#instance)
    return Array.from({ length: network.n }, (_, p) => {
      const initial = this.#algorithm.initially(told(p) as Knowledge)
      const found = new Map<number, Beginning>()
      for (const { choices, made: state } of everyChoice((choose) => begin(p, initial, choose))) {
        const local = this.#steps.begun(p, values[p]!, state)
        if (!found.has(local)) found.set(local, { local, choices, state })
      }
      return [...found.values()]
    })
  }
}

/** One of each list, in all ways. */
export function* product<T>(lists: readonly (readonly T[])[]): Generator<T[]> {
  const at = lists.map(() => 0)
  for (let turned = 0; turned >= 0; ) {
    yield lists.map((list, i) => list[at[i]!]!)
    for (turned = lists.length - 1; turned >= 0; turned--) {
      at[turned]!++
      if (at[turned]! < lists[turned]!.length) break
      at[turned] = 0
    }
  }
}
