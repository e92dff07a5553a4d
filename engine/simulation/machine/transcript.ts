import { MisuseError } from '../../errors.ts'
import type { AnyAlgorithm, Channel, Message, Processor, Value } from '../../model/index.ts'
import { grown } from '../../typed-arrays.ts'
import { Digest } from './digest.ts'
import { wrapHandlers } from './wrap-handlers.ts'

/** So many steps are noted; what comes later is not. */
const stepsMax = 50_000

/**
 * What an algorithm does in one execution, a number for each step: what it sends, whether it terminates, the state that
 * it comes to. Once it is rewound, an algorithm that does otherwise throws a MisuseError where it first does.
 */
export class Transcript {
  readonly #seed: number
  #numbers = new Uint32Array(1024)
  #length = 0
  /** The steps so far of the execution that is under way. */
  #steps = 0
  #compares = false

  /** `seed` is that of the executions, for the message. */
  constructor(seed: number) {
    this.#seed = seed
  }

  /** What comes now is compared with what came before. */
  rewind(): void {
    this.#steps = 0
    this.#compares = true
  }

  /** The same algorithm; what it does is noted, or compared. */
  over(algorithm: AnyAlgorithm): AnyAlgorithm {
    return wrapHandlers(algorithm, {
      initially: (compute) => {
        const state = compute()
        this.#step(algorithm, new Digest().add(state).value)
        return state
      },
      handler: (processor, compute, state) => {
        const noted = new NotedProcessor(processor)
        const returned = compute(noted)
        this.#step(algorithm, noted.digest.add(state).value)
        return returned
      },
    })
  }

  #step({ name }: AnyAlgorithm, number: number): void {
    const step = this.#steps++
    if (step >= stepsMax) return
    if (!this.#compares) {
      if (step >= this.#numbers.length) this.#numbers = grown(this.#numbers)
      this.#numbers[step] = number
      this.#length = step + 1
    } else if (step >= this.#length || this.#numbers[step] !== number)
      throw new MisuseError(
        `${name} is not deterministic: in two executions with the same seed, ${this.#seed}, it does not send the same or not come to the same state here; what a processor does may depend on its state, its messages and p.random() alone`,
      )
  }
}

/** A processor; all that is done in its name is digested. */
class NotedProcessor implements Processor {
  readonly digest = new Digest()
  readonly #processor: Processor

  constructor(processor: Processor) {
    this.#processor = processor
  }

  get degree(): number {
    return this.#processor.degree
  }

  send(channel: Channel, message: Message): void {
    this.digest.add('send').add(channel).add(message)
    this.#processor.send(channel, message)
  }

  sendToAll(message: Message): void {
    this.digest.add('all').add(message)
    this.#processor.sendToAll(message)
  }

  sendToAllExcept(channel: Channel, message: Message): void {
    this.digest.add('except').add(channel).add(message)
    this.#processor.sendToAllExcept(channel, message)
  }

  terminate(): void {
    this.digest.add('terminate')
    this.#processor.terminate()
  }

  mark(name: string): void {
    this.digest.add('mark').add(name)
    this.#processor.mark(name)
  }

  weight(channel: Channel): number {
    return this.#processor.weight(channel)
  }

  respond(result?: Value): void {
    this.digest.add('respond').add(result)
    this.#processor.respond(result)
  }

  output(name: string, value?: Value): void {
    this.digest.add('output').add(name).add(value)
    this.#processor.output(name, value)
  }

  clock(): number {
    return this.#processor.clock()
  }

  setTimer(name: string, duration: number): void {
    this.digest.add('timer').add(name).add(duration)
    this.#processor.setTimer(name, duration)
  }

  suspects(channel: Channel): boolean {
    return this.#processor.suspects(channel)
  }

  leader(): Channel | null {
    return this.#processor.leader()
  }

  random(): number {
    return this.#processor.random()
  }
}
