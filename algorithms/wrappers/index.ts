/** Wrappers: what algorithms run over. `stockWrappers` are all of the catalogue. */
import { type WrapperFamily, wrappers } from '../../engine/index.ts'
import { alpha } from './alpha.ts'
import { beta } from './beta.ts'
import { gamma } from './gamma.ts'
import { simple } from './simple.ts'

export { partitionOf } from './partition.ts'

/** The wrappers that come with the package. */
export const stockWrappers: readonly WrapperFamily[] = /* @__PURE__ */ wrappers.provide([
  simple,
  alpha,
  beta,
  gamma,
])
