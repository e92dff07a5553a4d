import { holdModel } from './hold.ts'
import { jobsPerProcess } from './phold.ts'
import type { Workload } from './workload.ts'

/** Holds in one run. */
const holds = 2 ** 18

/** The hold model, with the events that so many processes have in PHOLD. */
export function hold(processes: number): Workload {
  const events = jobsPerProcess * processes
  const name = `hold-${processes}`
  return {
    name,
    title: `hold model, ${events.toLocaleString('en')} events`,
    queued: true,
    reference: name,
    prepare(create) {
      const run = holdModel(create!(events), events)
      // Each event has then been put back about once, and their times are spread as they stay.
      run(events)
      return (messagesMax = holds) =>
        () => {
          const count = Math.min(holds, messagesMax)
          run(count)
          return count
        }
    },
  }
}
