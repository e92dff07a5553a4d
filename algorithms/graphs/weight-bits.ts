import { bitSizes, type InstanceQuantity } from '../../engine/index.ts'

/** How many bits the largest weight takes. */
export const weightBits: InstanceQuantity = {
  description: 'bits of the largest weight',
  value: (instance) => bitSizes(instance).weight,
}

/** How many bits the largest identifier takes. */
export const identifierBits: InstanceQuantity = {
  description: 'bits of the largest identifier',
  value: (instance) => bitSizes(instance).identifier,
}

/** How many bits the length of a path takes: 64 where weights are no whole numbers. */
export const lengthBits = (length: number): number =>
  Number.isSafeInteger(length) ? Math.max(1, Math.ceil(Math.log2(Math.abs(length) + 1))) : 64
