import { pause, pauseLaws } from './pauses.ts'
import { checkWhat, What, whatParameters } from './what.ts'
import { whoIsAsked, whoParameters } from './who.ts'
import type { WorkloadFamily } from './workload.ts'

/**
 * Operations come to each processor at a rate, whatever it does. Those that come while it has not answered wait for it
 * outside, and their invocation is when their turn comes.
 */
export const open: WorkloadFamily<'open'> = {
  name: 'open',
  summary: 'operations come to each processor at a rate, and wait while it is busy',
  title: 'open workload',
  parameters: {
    rate: {
      kind: 'number',
      default: 0.2,
      min: 0,
      aboveMin: true,
      description: 'how many operations come to a processor in a unit of time, on average',
    },
    ...whatParameters,
    gaps: {
      kind: 'text',
      choices: pauseLaws,
      default: 'exponential',
      description: 'how the times between them are drawn',
    },
    ...whoParameters,
  },
  positional: 'rate',
  check: checkWhat,
  create(context) {
    const { gaps, rate, hold } = context.values as { gaps: string; rate: number; hold: number }
    const isAsked = whoIsAsked('open', context)
    const what = new What('open', context)
    const latest = new Float64Array(context.n)
    return {
      next(processor, time) {
        const held = what.held(processor)
        if (held !== undefined) return { time: time + hold, operation: held }
        const another = isAsked(processor) ? what.another(processor) : null
        if (another === null) return null
        latest[processor]! += pause(gaps, 1 / rate, what.stream(processor))
        return { time: Math.max(time, latest[processor]!), ...another }
      },
    }
  },
}
