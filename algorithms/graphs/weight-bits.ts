import { bitSizes, type InstanceQuantity } from '../../engine/index.ts'

/** How many bits the largest weight takes. */
export const weightBits: InstanceQuantity = {
  description: 'bits of the largest weight',
  value: (instance) => bitSizes(instance).weight,
}
