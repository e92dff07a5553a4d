import type { Message } from '../../model/index.ts'
import type { Liar } from '../liar.ts'
import { Captured } from './captured.ts'

/**
 * A liar that does what the algorithm says, but for what it sends: of each message, `alter` says what is sent in its
 * place; null: nothing.
 */
export function altering(
  alter: (message: Message) => Message | null,
  hears: (message: Message) => void = () => {},
): Liar {
  return {
    acts(p, state, call) {
      for (const { message } of call.heard) hears(message)
      const captured = new Captured(p)
      call.run(captured, state)
      for (const { channel, message } of captured.sent) {
        const altered = alter(message)
        if (altered !== null) p.send(channel, altered)
      }
    },
  }
}
