import type { SchedulerFamily } from './scheduler.ts'

/** Every step is by a processor drawn uniformly. */
export const random: SchedulerFamily<'random'> = {
  name: 'random',
  summary: 'each step is that of a processor drawn uniformly',
  random: true,
  parameters: {},
  schedule({ view, stream }) {
    const { live } = view
    return { next: () => live[stream.integer(view.liveCount)]! }
  },
}
