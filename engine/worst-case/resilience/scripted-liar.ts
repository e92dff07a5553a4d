import type { Call, Liar } from '../../faults/liar.ts'
import { Captured } from '../../faults/strategies/captured.ts'
import type { Channel, Message, Processor } from '../../model/index.ts'
import { type Alteration, altered } from './alteration.ts'
import type { Lie } from './fault-script.ts'

/**
 * A liar whose lies are listed, by round or, in asynchronous executions, by step. Else it does what the algorithm says, but for
 * what it alters in its messages, as long as that does not throw, which it may do where others lie, too.
 */
export class ScriptedLiar implements Liar {
  /** By round. */
  readonly #lies = new Map<number, Lie[]>()
  readonly #alterations: readonly Alteration[]
  readonly #neighbor: (channel: Channel) => number
  #round = 0
  /** Whether its honest self has come to its end. */
  #over = false

  /** `neighbor`: the processor at the other end of a channel. */
  constructor(
    lies: readonly Lie[],
    alterations: readonly Alteration[],
    neighbor: (channel: Channel) => number,
  ) {
    for (const lie of lies) this.#lies.set(lie.round, [...(this.#lies.get(lie.round) ?? []), lie])
    this.#alterations = alterations
    this.#neighbor = neighbor
  }

  acts(p: Processor, state: object, call: Call): void {
    const honest = this.#honest(p, state, call)
    const lies = this.#lies.get(this.#round++) ?? []
    for (let channel = 0; channel < p.degree; channel++) {
      const lie = lies.find(({ receiver }) => receiver === this.#neighbor(channel))
      const sent: readonly Message[] = lie?.messages ?? honest[channel] ?? []
      for (const message of sent) p.send(channel, message)
    }
  }

  /** What it should send, by channel. */
  #honest(p: Processor, state: object, call: Call): Message[][] {
    const byChannel: Message[][] = []
    if (this.#over) return byChannel
    const captured = new Captured(p, true)
    try {
      call.run(captured, state)
      this.#over = captured.terminated
    } catch {
      this.#over = true
      return byChannel
    }
    for (const { channel, message } of captured.sent) {
      const said = altered(message, this.#neighbor(channel), this.#alterations)
      if (said !== null) (byChannel[channel] ??= []).push(said)
    }
    return byChannel
  }
}
