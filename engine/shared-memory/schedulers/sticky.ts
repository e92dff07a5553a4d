import type { SchedulerFamily } from './scheduler.ts'

/** A processor takes several steps in a row, as on a machine where it is interrupted now and then. */
export const sticky: SchedulerFamily<'sticky'> = {
  name: 'sticky',
  summary: 'who took a step takes the next one with probability stay; otherwise one is drawn uniformly',
  random: true,
  parameters: {
    stay: {
      kind: 'number',
      default: 0.9,
      min: 0,
      max: 1,
      description: 'the probability to go on with the same',
    },
  },
  positional: 'stay',
  schedule({ view, values, stream }) {
    const stay = values.stay as number
    const { live } = view
    let current = -1
    return {
      next() {
        if (current < 0 || stream.uniform() >= stay) current = live[stream.integer(view.liveCount)]!
        return current
      },
      finished() {
        current = -1
      },
    }
  },
}
