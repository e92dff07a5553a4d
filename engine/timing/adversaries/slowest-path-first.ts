import type { DelayFamily } from '../delay-family.ts'
import { fastParameter } from './fast-parameter.ts'
import { Reached } from './reached.ts'

/**
 * Who can be reached by a longer way is reached by that way first: a message is fast if it prolongs the longest way by
 * which anyone was reached, and goes to someone whom nothing has reached yet. All others take 1.
 */
export const slowestPathFirst: DelayFamily<'slowest-path-first'> = {
  name: 'slowest-path-first',
  summary: 'fast where a message prolongs the longest way by which anyone was reached, delay 1 otherwise',
  parameters: { fast: fastParameter },
  create({ graph, values }) {
    const reached = new Reached(graph.n)
    let longest = 0
    return {
      kind: 'adversary',
      bounded: true,
      adversary: {
        delay({ sender, receiver, time }) {
          const hops = reached.by(time, sender) ? reached.hopsFrom(sender) : 1
          const prolongs = hops > longest && !reached.by(time, receiver)
          if (prolongs) longest = hops
          const delay = prolongs ? (values.fast as number) : 1
          reached.note(sender, receiver, time, delay)
          return delay
        },
      },
    }
  },
}
