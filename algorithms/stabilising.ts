/** The self-stabilising algorithms that come with the package. */
import type { StabilisingAlgorithm } from '../engine/index.ts'
import * as stabilising from './self-stabilisation/index.ts'

export * from './self-stabilisation/index.ts'

/** All of them. */
export const stabilisingAlgorithms: readonly StabilisingAlgorithm[] =
  /* @__PURE__ */ Object.values<StabilisingAlgorithm>(stabilising)
