import type { DelayFamily } from './delay-family.ts'
import { Steps } from './steps.ts'

/**
 * A message is in transit for a time uniform in (0, 1 − 2 period], then it waits in the inbuf until its receiver takes
 * a step, which is less than two periods. Both count in the delay; what waits for one step is processed together.
 */
export const stepped: DelayFamily<'stepped'> = {
  name: 'stepped',
  summary: 'uniform in transit, then a wait for the next step of the receiver, who takes one in every period',
  parameters: {
    period: {
      kind: 'number',
      default: 0.2,
      min: 1e-6,
      max: 0.49,
      description: 'each processor takes a step at a random instant of every period of so many units',
    },
  },
  create({ values, stream }) {
    const steps = new Steps(values.period as number, stream.bits())
    const longest = steps.longestTransit
    return {
      kind: 'independent',
      bounded: true,
      steps,
      fill(block) {
        stream.fillPositive(block)
        for (let i = 0; i < block.length; i++) block[i]! *= longest
      },
    }
  },
}
