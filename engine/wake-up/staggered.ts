import type { WakeUpFamily } from './wake-up-family.ts'

/** Every processor wakes at a random time, uniform in [0, span] but for the shift that puts the earliest at 0. */
export const staggered: WakeUpFamily<'staggered'> = {
  name: 'staggered',
  summary: 'each at a random time in [0, span], the earliest at 0',
  random: true,
  parameters: {
    span: {
      kind: 'number',
      default: 1,
      min: 0,
      description: 'the length of the interval, in units of the largest delay',
    },
  },
  create({ n, values, stream }) {
    const span = values.span as number
    const times = Float64Array.from({ length: n }, () => span * stream.uniform())
    const earliest = times.reduce((a, b) => Math.min(a, b), span)
    return times.map((time) => time - earliest)
  },
}
