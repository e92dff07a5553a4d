import type { AnyAlgorithm } from '../engine/index.ts'
import { flooding } from './broadcast/flooding.ts'

export { flooding }

/** The catalogue: every algorithm that comes with the package. */
export const algorithms: readonly AnyAlgorithm[] = [flooding]
