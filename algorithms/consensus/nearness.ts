import {
  always,
  type ConfigurationView,
  type Deciding,
  eventually,
  finalQuantity,
  type InstanceQuantity,
  isFaulty,
  type Property,
} from '../../engine/index.ts'

type View = ConfigurationView<Deciding>

const spreadOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : Math.max(...values) - Math.min(...values)

const decisionsOf = (configuration: View): number[] =>
  configuration.states.flatMap(({ decided }, p) =>
    decided === null || isFaulty(configuration, p) ? [] : [decided],
  )

/** The inputs of the correct processors. */
const correctInputs = (configuration: View): number[] =>
  Array.from(configuration.instance.values).filter((_, p) => !isFaulty(configuration, p))

/** How far the decisions of correct processors are apart. */
export const spread = {
  description: 'how far the decisions of correct processors are apart',
  read: (final: View) => spreadOf(decisionsOf(final)),
}

/** S in claims: how far all inputs are apart. */
export const S: InstanceQuantity = {
  description: 'how far the inputs are apart',
  value: ({ values }) => spreadOf(Array.from(values)),
}

/** S in claims, where some lie: how far the inputs of correct processors are apart. */
export const correctS = finalQuantity<Deciding>(
  'how far the inputs of correct processors are apart',
  (configuration) => spreadOf(correctInputs(configuration)),
)

/** What correct processors decide lies between inputs: of all, or of the correct ones. */
export const between = (whose: 'all' | 'correct'): Property<Deciding> =>
  always<Deciding>((configuration) => {
    const inputs = whose === 'all' ? Array.from(configuration.instance.values) : correctInputs(configuration)
    const [least, most] = [Math.min(...inputs), Math.max(...inputs)]
    const outside = decisionsOf(configuration).find((value) => value < least || value > most)
    return (
      outside === undefined ||
      `${outside} is decided, but the inputs${whose === 'all' ? '' : ' of correct processors'} lie between ${least} and ${most}`
    )
  })

/** Each round has halved how far the values are apart. */
export const halved = (rounds: number, whose: 'all' | 'correct'): Property<Deciding> =>
  eventually<Deciding>((configuration) => {
    const inputs = whose === 'all' ? Array.from(configuration.instance.values) : correctInputs(configuration)
    const bound = spreadOf(inputs) / 2 ** rounds
    const found = spread.read(configuration)
    return found <= bound || `decisions are ${found} apart, and should be ${bound} at most`
  })
