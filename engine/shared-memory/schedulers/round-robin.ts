import type { SchedulerFamily } from './scheduler.ts'

/** The processors take turns, by their numbers. */
export const roundRobin: SchedulerFamily<'round-robin'> = {
  name: 'round-robin',
  summary: 'the processors take turns, by their numbers',
  random: false,
  parameters: {},
  schedule({ view }) {
    const { n, live, liveCount } = view
    // By processor, who comes after it: a ring from which those who finish are taken.
    const after = new Int32Array(n)
    const before = new Int32Array(n)
    const order = live.slice(0, liveCount).sort()
    order.forEach((p, index) => {
      after[p] = order[(index + 1) % liveCount]!
      before[after[p]!] = p
    })
    let current = order[liveCount - 1] ?? 0
    return {
      next: () => (current = after[current]!),
      finished(p) {
        after[before[p]!] = after[p]!
        before[after[p]!] = before[p]!
        // Who has left the ring is told no more of who comes after it.
        if (p === current) current = before[p]!
      },
    }
  },
}
