import { Replica } from '../../executions/replica.ts'
import type { ComputedInstance } from '../../instance.ts'
import { type AnyAlgorithm, type Channel, LEFT, type Message, RIGHT } from '../../model/index.ts'
import { type Choice, WAKES } from '../schedules/index.ts'

/** A message in transit. */
interface Letter {
  /** Messages are numbered in the order of sending. */
  readonly number: number
  readonly sender: number
  readonly channel: Channel
  readonly message: Message
}

/** A step that was taken; it sent the messages numbered from `firstSent` to before `end`. */
interface Step extends Choice {
  readonly firstSent: number
  readonly end: number
}

/**
 * Processors that run while they are joined to ever larger rings. They cannot tell, since each knows its two channels and
 * no more: what happened in a smaller ring over all edges but one also happens in a larger one, of which these edges
 * are a part.
 */
export class RingWorld {
  /** Messages received so far. */
  received = 0
  readonly #replica: Replica
  #letters: readonly Letter[] = []
  #steps: readonly Step[] = []
  #sent = 0

  /** All processors wake by themselves. Of the instance, only what each processor is told counts. */
  constructor(algorithm: AnyAlgorithm, instance: ComputedInstance) {
    this.#replica = new Replica(algorithm, instance, 0)
    const letters: Letter[] = []
    const steps: Step[] = []
    for (let p = 0; p < instance.network.n; p++) this.#take(p, null, letters, steps)
    this.#letters = letters
    this.#steps = steps
  }

  /**
   * Delivers what is in transit between processors that follow each other in `line`, clockwise, in the order of sending,
   * until nothing is; if `closed`, also between the last and the first. Stops when so many messages were received.
   */
  run(line: readonly number[], receivedMax: number, closed = false): void {
    const place = new Map(line.map((p, i) => [p, i]))
    const receiverOf = ({ sender, channel }: Letter): number | undefined => {
      const at = place.get(sender)
      if (at === undefined) return undefined
      const next = at + (channel === LEFT ? 1 : -1)
      return closed ? line.at(next % line.length) : line[next]
    }
    const letters = [...this.#letters]
    const steps = [...this.#steps]
    const withheld: Letter[] = []
    let i = 0
    for (; i < letters.length && this.received < receivedMax; i++) {
      const receiver = receiverOf(letters[i]!)
      if (receiver === undefined) withheld.push(letters[i]!)
      else this.#take(receiver, letters[i]!, letters, steps)
    }
    this.#letters = [...withheld, ...letters.slice(i)]
    this.#steps = steps
  }

  /** How many messages are received in a run that is then undone. */
  tryRun(line: readonly number[], receivedMax: number): number {
    const { states, status } = this.#replica
    const before = line.map((p) => [structuredClone(states[p]!), status[p]!] as const)
    const [letters, steps, sent, received] = [this.#letters, this.#steps, this.#sent, this.received]
    this.run(line, receivedMax)
    const gain = this.received - received
    for (const [i, p] of line.entries()) [states[p], status[p]] = before[i]!
    this.#letters = letters
    this.#steps = steps
    this.#sent = sent
    this.received = received
    return gain
  }

  /** A processor wakes by itself, or processes a message. */
  #take(processor: number, letter: Letter | null, letters: Letter[], steps: Step[]): void {
    const inbox = letter === null ? [] : [{ message: letter.message, from: otherEnd(letter.channel) }]
    const firstSent = this.#sent
    for (const sending of this.#replica.compute(processor, letter === null, inbox, null).sent)
      letters.push({ number: this.#sent++, sender: processor, ...sending })
    steps.push({ processor, message: letter?.number ?? WAKES, firstSent, end: this.#sent })
    if (letter !== null) this.received++
  }

  /**
   * The schedule of what has happened, after the wake-ups, on the ring whose processors are those of `line` in its order:
   * processors are numbered by their places there, messages in the order of sending if they wake in that order.
   */
  scheduleOn(line: readonly number[]): Choice[] {
    const place = new Uint32Array(line.length)
    for (const [i, p] of line.entries()) place[p] = i
    const wakeUps = this.#steps.slice(0, line.length)
    const deliveries = this.#steps.slice(line.length)
    const numbers = new Uint32Array(this.#sent)
    let sent = 0
    for (const { firstSent, end } of [...line.map((p) => wakeUps[p]!), ...deliveries])
      for (let number = firstSent; number < end; number++) numbers[number] = sent++
    return deliveries.map(({ processor, message }) => ({
      processor: place[processor]!,
      message: numbers[message]!,
    }))
  }
}

const otherEnd = (channel: Channel): Channel => (channel === LEFT ? RIGHT : LEFT)
