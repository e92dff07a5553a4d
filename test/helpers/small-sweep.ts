/** Two runs of flooding on a ring of sixteen: what a sweep needs where it does not matter what is swept. */
export const smallSweep = {
  name: 'trial',
  question: 'What becomes of older results?',
  algorithms: ['flooding'],
  topologies: ['ring'],
  sizes: [16],
  replicates: 2,
  seed: 7,
} as const
