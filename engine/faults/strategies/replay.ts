import type { Message } from '../../model/index.ts'
import { altering } from './altering.ts'
import type { Strategy } from './strategy.ts'

/** So many messages it remembers. */
const memory = 1000

/** Sends old messages in place of new ones: its own, and those of others. */
export const replay: Strategy = {
  summary: 'sends, in place of about half of its messages, some that it sent or received before',
  create({ random }) {
    const known: Message[] = []
    const learn = (message: Message): void => {
      if (known.length < memory) known.push(message)
      else known[random.integer(memory)] = message
    }
    return altering((message) => {
      const sent =
        known.length > 0 && random.integer(2) === 0 ? known[random.integer(known.length)]! : message
      learn(message)
      return sent
    }, learn)
  },
}
