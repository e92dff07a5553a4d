import {
  always,
  type ConfigurationView,
  type Deciding,
  eventually,
  finalQuantity,
  isFaulty,
  type Property,
} from '../../engine/index.ts'
import type { Places } from './places.ts'

/** The place of the processor whose input is broadcast: its identifier is the least. */
export const sender = 0

type View = ConfigurationView<Deciding & Places>

/** Which processor it is whose input is broadcast. */
const senderOf = ({ states }: View): number => states.findIndex(({ place }) => place === sender)

/** A quantity of claims about what costs as much as it does only because the sender is heard. */
export const s = finalQuantity<Deciding & Places>('1 if the sender is correct, else 0', (configuration) =>
  isFaulty(configuration, senderOf(configuration)) ? 0 : 1,
)

/** If the sender is correct, what a correct processor decides is the input of the sender. */
export const obedience: Property<Deciding & Places> = obeying((value) => value)

/** The same of algorithms that broadcast what `read` makes of the input. */
export function obeying(read: (value: number) => number): Property<Deciding & Places> {
  return always<Deciding & Places>((configuration) => {
    const { states, instance } = configuration
    const from = senderOf(configuration)
    if (isFaulty(configuration, from)) return true
    const order = read(instance.values[from]!)
    const other = states.findIndex(
      ({ decided }, p) => decided !== null && decided !== order && !isFaulty(configuration, p),
    )
    return (
      other < 0 || `p_${from} is correct and sends ${order}, but p_${other} decides ${states[other]!.decided}`
    )
  })
}

/** A correct processor that has not decided; −1 if there is none. */
const undecided = (configuration: View): number =>
  configuration.states.findIndex(({ decided }, p) => decided === null && !isFaulty(configuration, p))

/** If the sender is correct, every correct processor decides. */
export const termination: Property<Deciding & Places> = eventually<Deciding & Places>((configuration) => {
  const from = senderOf(configuration)
  const other = undecided(configuration)
  return other < 0 || isFaulty(configuration, from) || `p_${from} is correct, but p_${other} does not decide`
})

/** If one correct processor decides, all do. */
export const allOrNone: Property<Deciding & Places> = eventually<Deciding & Places>((configuration) => {
  const one = configuration.states.findIndex(
    ({ decided }, p) => decided !== null && !isFaulty(configuration, p),
  )
  const other = undecided(configuration)
  return one < 0 || other < 0 || `p_${one} decides, but p_${other} does not`
})
