import { InputError } from '../errors.ts'
import type { ClockFamily } from './clock-family.ts'

/** Clocks run as time does, each ahead by the amount that is given for it. */
export const given: ClockFamily<'given'> = {
  name: 'given',
  summary: 'each is ahead of the time by the amount that is given for it',
  title: 'given clocks',
  random: false,
  steady: true,
  parameters: {
    ahead: { kind: 'text', description: 'by how much, by processor, as 0+2.5+1' },
  },
  positional: 'ahead',
  create({ n, values: { ahead } }) {
    if (ahead === undefined) throw new InputError('clocks given need a list: write given:0+2.5+1')
    const list = String(ahead).split('+').map(amount)
    if (list.length !== n)
      throw new InputError(`clocks given: ${list.length} clocks for ${n} processors: ${ahead}`)
    return list.map((by) => ({ at: (time) => time + by, when: (reading) => reading - by }))
  },
}

function amount(text: string): number {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text)
  throw new InputError(`clocks given: “${text}” is no amount; write numbers from 0 on, as in given:0+2.5+1`)
}
