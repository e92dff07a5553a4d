import { pause, pauseLaws } from './pauses.ts'
import { checkWhat, What, whatParameters } from './what.ts'
import { whoIsAsked, whoParameters } from './who.ts'
import type { WorkloadFamily } from './workload.ts'

/** Each processor is asked, answers, and is asked again after a pause. */
export const closed: WorkloadFamily<'closed'> = {
  name: 'closed',
  summary: 'each processor is asked again, a pause after it has answered',
  title: 'closed workload',
  named: { once: 'operations=1,mean=0', saturated: 'mean=0' },
  parameters: {
    ...whatParameters,
    think: {
      kind: 'text',
      choices: pauseLaws,
      default: 'exponential',
      description: 'how the pauses are drawn',
    },
    mean: { kind: 'number', default: 1, min: 0, description: 'the mean of the pauses', title: 'mean pause' },
    ...whoParameters,
  },
  check: checkWhat,
  create(context) {
    const { think, mean, hold } = context.values as { think: string; mean: number; hold: number }
    const isAsked = whoIsAsked('closed', context)
    const what = new What('closed', context)
    return {
      next(processor, time) {
        const held = what.held(processor)
        if (held !== undefined) return { time: time + hold, operation: held }
        const another = isAsked(processor) ? what.another(processor) : null
        if (another === null) return null
        return { time: time + pause(think, mean, what.stream(processor)), ...another }
      },
    }
  },
}
