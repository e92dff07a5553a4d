import type { Channel, Message, Processor } from '../model/index.ts'
import type { Call, Liar } from './liar.ts'
import { Captured } from './strategies/captured.ts'

/** What a liar sends by a channel in one of its steps, which are numbered 0, 1, 2 …, in place of all that it would. */
export interface DecidedLie {
  readonly step: number
  readonly channel: Channel
  readonly messages: readonly Message[]
}

/**
 * A liar some of whose messages are decided. In all else it does what another liar does, or what the algorithm says; once
 * that throws, which it may where others lie, too, nothing.
 */
export class DecidedLiar implements Liar {
  readonly #lies: readonly DecidedLie[]
  readonly #usual: Liar
  #step = 0
  /** Whether what is decided of the step at work is sent. */
  #told = false
  #over = false

  constructor(lies: readonly DecidedLie[], usual: Liar = honest) {
    this.#lies = lies
    this.#usual = usual
  }

  begins(state: object, initially: (value: number) => object): void {
    this.#usual.begins?.(state, initially)
  }

  acts(p: Processor, state: object, call: Call): void {
    const lies = this.#lies.filter(({ step }) => step === this.#step)
    if (!this.#told)
      for (const { channel, messages } of lies) for (const message of messages) p.send(channel, message)
    this.#told = true
    if (this.#over) return
    const usual = new Captured(p)
    try {
      this.#usual.acts(usual, state, call)
    } catch {
      this.#over = true
      return
    }
    for (const { channel, message } of usual.sent)
      if (lies.every((lie) => lie.channel !== channel)) p.send(channel, message)
  }

  ends(): void {
    this.#step++
    this.#told = false
    this.#usual.ends?.()
  }
}

const honest: Liar = { acts: (p, state, call) => call.run(p, state) }
