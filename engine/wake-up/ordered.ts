import type { WakeUpFamily } from './wake-up-family.ts'

/** The processors wake one after the other, in ascending order of their identifiers or of their indices. */
export const ordered: WakeUpFamily<'ordered'> = {
  name: 'ordered',
  summary: 'one after the other, a gap apart, by ascending identifier',
  random: false,
  parameters: {
    gap: {
      kind: 'number',
      default: 1,
      min: 0,
      description: 'the time from one to the next, in units of the largest delay',
    },
    by: { kind: 'text', choices: ['id', 'index'], default: 'id', description: 'what orders them' },
  },
  create({ n, ids, values }) {
    const order = Uint32Array.from({ length: n }, (_, p) => p)
    if (values.by === 'id') order.sort((p, q) => ids[p]! - ids[q]!)
    const times = new Float64Array(n)
    order.forEach((p, rank) => {
      times[p] = rank * (values.gap as number)
    })
    return times
  },
}
