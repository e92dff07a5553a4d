import { altering } from './altering.ts'
import type { Strategy } from './strategy.ts'

/** Sends any messages of the alphabet. */
export const randomMessages: Strategy = {
  summary: 'sends, in place of each message, any message of the alphabet or none',
  needsAlphabet: true,
  create({ algorithm, instance, random }) {
    const { network, f = 0, values } = instance
    const alphabet = algorithm.alphabet!({ n: network.n, f, values: Array.from(values) })
    return altering(() => alphabet[random.integer(alphabet.length + 1)] ?? null)
  },
}
