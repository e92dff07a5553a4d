import type { LiarContext, Strategy } from './strategy.ts'
import { twoFaced } from './two-faced.ts'

/** Behaves towards some as it should, towards others as if it had another input. */
export const equivocate: Strategy = {
  summary: 'behaves towards some neighbours as if its input were another',
  create: (context) => twoFaced(context.random, false, (_, initially) => initially(otherInput(context))),
}

/** An input of another processor that differs; without one, another number. */
function otherInput({ instance: { values }, processor, random }: LiarContext): number {
  const own = values[processor]!
  if (own === 0 || own === 1) return 1 - own
  const others = Array.from(new Set(Array.from(values))).filter((value) => value !== own)
  return others.length === 0 ? own + 1 : others[random.integer(others.length)]!
}
