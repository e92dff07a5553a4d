import { always, type Deciding, isFaulty, type Property } from '../../engine/index.ts'
import type { Places } from './places.ts'

/** The place of the processor whose input is broadcast: its identifier is the least. */
export const sender = 0

/** If the sender is correct, what a correct processor decides is the input of the sender. */
export const obedience: Property<Deciding & Places> = always<Deciding & Places>((configuration) => {
  const { states, instance } = configuration
  const from = states.findIndex(({ place }) => place === sender)
  if (isFaulty(configuration, from)) return true
  const order = instance.values[from]!
  const other = states.findIndex(
    ({ decided }, p) => decided !== null && decided !== order && !isFaulty(configuration, p),
  )
  return (
    other < 0 || `p_${from} is correct and sends ${order}, but p_${other} decides ${states[other]!.decided}`
  )
})
