import type { SchedulerFamily } from './scheduler.ts'

/** Nobody meets anybody: each does all its passages before the next one takes its first step. */
export const solo: SchedulerFamily<'solo'> = {
  name: 'solo',
  summary: 'one after the other, by their numbers, each doing all its passages alone',
  random: false,
  starves: true,
  parameters: {},
  schedule({ view: { live, liveCount } }) {
    const order = live.slice(0, liveCount).sort()
    let index = 0
    return {
      next: () => order[index]!,
      finished() {
        index++
      },
    }
  },
}
