import type { Adversary } from '../../model/index.ts'

/** Every message takes as long as it may: the worst for what happens one thing after the other. */
export const slowest: Adversary = { delay: () => 1 }
