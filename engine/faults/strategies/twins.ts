import type { Strategy } from './strategy.ts'
import { twoFaced } from './two-faced.ts'

/**
 * Two processors behave as one, each towards its own part of the neighbours: both are honest, and neither knows of the
 * other. Bano et al. 2021, “Twins: BFT systems made robust”.
 */
export const twins: Strategy = {
  summary: 'is two honest processors under one name, each with its own part of the neighbours',
  create: ({ random }) => twoFaced(random, true, (state) => structuredClone(state)),
}
