import type { SchedulerFamily } from './scheduler.ts'

/** Some are always faster than others, but nobody is forgotten. */
export const priority: SchedulerFamily<'priority'> = {
  name: 'priority',
  summary:
    'the first of all who takes no more than `patience` steps in a row; then it goes to the end of the queue',
  random: false,
  parameters: {
    patience: {
      kind: 'integer',
      default: 100,
      min: 1,
      description: 'after so many steps in a row a processor comes after all others',
    },
  },
  positional: 'patience',
  schedule({ view: { live, liveCount }, values }) {
    const patience = values.patience as number
    const queue = [...live.slice(0, liveCount).sort()]
    let taken = 0
    return {
      next() {
        if (taken === patience) {
          queue.push(queue.shift()!)
          taken = 0
        }
        taken++
        return queue[0]!
      },
      finished(p) {
        // Not always the first: others may have had a say in the schedule.
        const place = queue.indexOf(p)
        queue.splice(place, 1)
        if (place === 0) taken = 0
      },
    }
  },
}
