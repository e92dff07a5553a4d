import type { SchedulerFamily } from './scheduler.ts'

/**
 * An adversary that knows the state: its victim takes all steps but the one with which it would enter, and that one only
 * when the others get nowhere without it. This brings out how often a processor can be bypassed.
 */
export const overtake: SchedulerFamily<'overtake'> = {
  name: 'overtake',
  summary: 'an adversary: a victim tries to enter, and others go first as long as one of them can',
  random: false,
  starves: true,
  parameters: {
    victim: { kind: 'integer', default: 0, min: 0, description: 'who is to be bypassed' },
    patience: {
      kind: 'integer',
      default: 100,
      min: 1,
      description: 'the victim goes on when each of the others had so many turns and nobody entered',
    },
  },
  positional: 'victim',
  schedule({ view, values }) {
    const { live } = view
    const victim = values.victim as number
    const patience = values.patience as number
    /** Whose turn it is among the others, by its place among the live ones. */
    let turn = 0
    let toOthers = false
    let entries = -1
    let inVain = 0
    const other = (): number => {
      for (let tried = 0; tried < view.liveCount; tried++) {
        turn = (turn + 1) % view.liveCount
        const p = live[turn]!
        if (p !== victim && !view.peek(p).waits) return p
      }
      return -1
    }
    return {
      next() {
        const lives = victim < view.n && view.passagesLeft(victim) > 0
        if (view.entries !== entries) {
          entries = view.entries
          inVain = 0
        }
        toOthers = !toOthers
        if (lives && !toOthers && !view.enters(victim)) return victim
        const p = inVain++ < patience * view.liveCount ? other() : -1
        if (p >= 0) return p
        inVain = 0
        return lives ? victim : live[turn % view.liveCount]!
      },
    }
  },
}
