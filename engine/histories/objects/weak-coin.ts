import type { ObjectFamily } from './sequential-object.ts'

/** A coin of which no single answer is wrong: how often answers agree is a matter of chance. */
export const weakCoin: ObjectFamily<'weak-coin'> = {
  name: 'weak-coin',
  summary: 'flip may be answered with anything',
  parameters: {},
  operations: ['flip'],
  create: () => ({
    name: 'weak-coin',
    operations: weakCoin.operations,
    initial: null,
    apply: (state) => ({ state }),
  }),
}
