import { equivocate } from './equivocate.ts'
import { mutate } from './mutate.ts'
import { randomMessages } from './random.ts'
import { replay } from './replay.ts'
import { silent } from './silent.ts'
import type { Strategy } from './strategy.ts'
import { twins } from './twins.ts'

/** The ways to lie, by name. */
export const strategies: Readonly<Record<string, Strategy>> = {
  silent,
  equivocate,
  mutate,
  replay,
  random: randomMessages,
  twins,
}
