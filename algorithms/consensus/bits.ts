import {
  always,
  type Condition,
  type ConfigurationView,
  consensus,
  type Deciding,
  type Property,
} from '../../engine/index.ts'

/** The bit that an input stands for where processors agree on bits: of an input that is no bit, its parity. */
export const bitOf = (value: number): number => value % 2

/** The same property of the bits that inputs stand for. */
const onBits = ({ check }: Property<Deciding>): Property<Deciding> =>
  always<Deciding>((configuration) => {
    const { instance } = configuration
    const values = Array.from(instance.values, bitOf)
    return check(
      Object.create(configuration, {
        instance: { value: Object.create(instance, { values: { value: values } }) },
      }) as ConfigurationView<Deciding>,
    )
  })

/** A decision is the bit of some processor; for faults without lies. */
export const bitValidity = onBits(consensus.validity)

/** If all correct processors have the same bit, they decide it; for Byzantine faults. */
export const strongBitValidity = onBits(consensus.strongValidity)

/** How many processors have a 1. */
const ones = (values: ArrayLike<number>): number =>
  Array.from(values).filter((value) => bitOf(value) === 1).length

const aboutOnes = (text: string, holds: (ones: number, n: number) => boolean): Condition => ({
  text,
  about: ['inputs'],
  holds: ({ instance: { values } }) => holds(ones(values), values.length),
})

export const sameBits = aboutOnes('all have the same bit', (k, n) => k === 0 || k === n)
export const differentBits = aboutOnes('not all have the same bit', (k, n) => k > 0 && k < n)
export const halfOfEach = aboutOnes('half have a 1', (k, n) => 2 * k === n)
export const notHalfOfEach = aboutOnes('not half have a 1', (k, n) => 2 * k !== n)
