import type { Channel, Message, Processor } from '../../model/index.ts'

/** What a handler sends, in order. */
interface CapturedSend {
  readonly channel: Channel
  readonly message: Message
}

/**
 * A processor that keeps what is sent in its name, so that a liar can choose what becomes of it. What else it does,
 * happens, unless it is the `shadow` of the processor: then nobody outside sees anything of it.
 */
export class Captured implements Processor {
  readonly sent: CapturedSend[] = []
  terminated = false
  readonly #p: Processor
  readonly #shadow: boolean

  constructor(p: Processor, shadow = false) {
    this.#p = p
    this.#shadow = shadow
  }

  get degree(): number {
    return this.#p.degree
  }

  send(channel: Channel, message: Message): void {
    this.sent.push({ channel, message })
  }

  sendToAll(message: Message): void {
    for (let channel = 0; channel < this.degree; channel++) this.send(channel, message)
  }

  sendToAllExcept(excepted: Channel, message: Message): void {
    for (let channel = 0; channel < this.degree; channel++)
      if (channel !== excepted) this.send(channel, message)
  }

  terminate(): void {
    this.terminated = true
    if (!this.#shadow) this.#p.terminate()
  }

  /** Marks say when the algorithm comes to something; a liar does not count. */
  mark(): void {}

  weight(channel: Channel): number {
    return this.#p.weight(channel)
  }

  respond(...answer: Parameters<Processor['respond']>): void {
    if (!this.#shadow) this.#p.respond(...answer)
  }

  output(...given: Parameters<Processor['output']>): void {
    if (!this.#shadow) this.#p.output(...given)
  }

  clock(): number {
    return this.#p.clock()
  }

  setTimer(name: string, duration: number): void {
    if (!this.#shadow) this.#p.setTimer(name, duration)
  }

  suspects(channel: Channel): boolean {
    return this.#p.suspects(channel)
  }

  leader(): Channel | null {
    return this.#p.leader()
  }

  random(): number {
    return this.#p.random()
  }
}
