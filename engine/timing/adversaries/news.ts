import type { DelayFamily } from '../delay-family.ts'
import { fastParameter } from './fast-parameter.ts'
import { Reached } from './reached.ts'

/** Messages to processors that nothing has reached yet are slow and all others fast, or the other way round. */
export const news: DelayFamily<'news'> = {
  name: 'news',
  summary:
    'messages to those whom nothing has reached yet are slow (delay 1), all others fast, or the reverse',
  parameters: {
    travels: {
      kind: 'text',
      choices: ['slow', 'fast'],
      default: 'slow',
      description: 'how messages travel to those whom nothing has reached yet',
    },
    fast: fastParameter,
  },
  positional: 'travels',
  create({ graph, values }) {
    const fast = values.fast as number
    const [toNew, toOthers] = values.travels === 'slow' ? [1, fast] : [fast, 1]
    const reached = new Reached(graph.n)
    return {
      kind: 'adversary',
      bounded: true,
      adversary: {
        delay({ sender, receiver, time }) {
          const delay = reached.by(time, receiver) ? toOthers : toNew
          reached.note(sender, receiver, time, delay)
          return delay
        },
      },
    }
  },
}
