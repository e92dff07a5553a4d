import type { ClockFamily } from './clock-family.ts'

/** Clocks run as time does, each ahead by an amount of its own. */
export const offset: ClockFamily<'offset'> = {
  name: 'offset',
  summary: 'each is ahead of the time by an amount of its own, uniform between 0 and max',
  title: 'clocks with offsets',
  random: true,
  steady: true,
  parameters: {
    max: { kind: 'number', default: 10, min: 0, description: 'the most that a clock is ahead' },
  },
  create: ({ n, values, streamOf }) =>
    Array.from({ length: n }, (_, p) => {
      const ahead = (values.max as number) * streamOf(p).uniform()
      return { at: (time) => time + ahead, when: (reading) => reading - ahead }
    }),
}
