import { InputError, ModelError } from '../../errors.ts'
import { type Status, transition } from '../../formal/transition.ts'
import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm, Channel, Knowledge, Message } from '../../model/index.ts'
import { tellers } from '../../simulation/machine/knowledge.ts'
import { canonicalText } from './canonical-text.ts'

/** The state of a processor; its number stands for it. Two are the same just if they are equal. */
export interface LocalState {
  readonly state: object
  readonly status: Status
}

/**
 * Something that can happen to a processor: it processes a certain message on a certain channel, or it wakes by
 * itself. Its number stands for it.
 */
export interface Letter {
  readonly processor: number
  /** In the receiver's numbering; −1 if it wakes by itself. */
  readonly channel: Channel
  /** Null if it wakes by itself. */
  readonly message: Message | null
}

/** What a letter does to a processor in a state. */
export interface LocalStep {
  readonly next: number
  /** The letters that it sends, in the order of sending. */
  readonly sends: readonly number[]
  /** What the algorithm throws; null if nothing. */
  readonly failure: string | null
}

/**
 * The transition function of an algorithm on an instance, between numbered states and by numbered letters. Each step
 * is computed once, so that exploring all schedules is looking up numbers.
 */
export class LocalSteps {
  readonly states: LocalState[] = []
  readonly letters: Letter[] = []
  readonly initial: readonly number[]
  readonly #algorithm: AnyAlgorithm
  readonly #instance: ComputedInstance
  readonly #stateNumbers = new Map<string, number>()
  readonly #letterNumbers = new Map<string, number>()
  /** By state, by letter. */
  readonly #steps: (LocalStep | undefined)[][] = []

  constructor(algorithm: AnyAlgorithm, instance: ComputedInstance) {
    this.#algorithm = algorithm
    this.#instance = instance
    const { network } = instance
    const tell = tellers(algorithm, instance, network)
    const initially = (p: number): object => {
      try {
        return algorithm.initially(tell(p) as Knowledge)
      } catch (error) {
        throw new InputError(
          `${algorithm.name} throws in the initial state of p_${p}: ${(error as Error).message}`,
        )
      }
    }
    this.initial = Array.from({ length: network.n }, (_, p) =>
      this.#stateNumber({ state: initially(p), status: 'asleep' }),
    )
  }

  /** The letter for a processor that wakes by itself. */
  wakeUp(processor: number): number {
    return this.#letterNumber({ processor, channel: -1, message: null })
  }

  /** What a letter does to its processor in a state. */
  step(state: number, letter: number): LocalStep {
    const steps = (this.#steps[state] ??= [])
    return (steps[letter] ??= this.#compute(state, letter))
  }

  #compute(before: number, letter: number): LocalStep {
    const { network } = this.#instance
    const { processor, channel, message } = this.letters[letter]!
    const { status, state } = this.states[before]!
    const copy = structuredClone(state)
    try {
      const result = transition(this.#algorithm, status, copy, {
        degree: network.degree(processor),
        wakes: message === null,
        inbox: message === null ? [] : [{ message, from: channel }],
        round: null,
        random: () => {
          throw new ModelError('flips a coin')
        },
      })
      const sends = result.sent.map(({ channel, message }) => {
        const receiver = network.neighbor(processor, channel)
        return this.#letterNumber({
          processor: receiver,
          channel: network.mirror(processor, channel),
          message,
        })
      })
      return { next: this.#stateNumber({ state: copy, status: result.status }), sends, failure: null }
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error)
      return { next: before, sends: [], failure }
    }
  }

  #stateNumber(local: LocalState): number {
    const text = `${local.status} ${canonicalText(local.state)}`
    const known = this.#stateNumbers.get(text)
    if (known !== undefined) return known
    this.#stateNumbers.set(text, this.states.length)
    return this.states.push(local) - 1
  }

  #letterNumber(letter: Letter): number {
    const { processor, channel, message } = letter
    const text = `${processor} ${channel} ${canonicalText(message)}`
    const known = this.#letterNumbers.get(text)
    if (known !== undefined) return known
    this.#letterNumbers.set(text, this.letters.length)
    return this.letters.push(letter) - 1
  }
}
