import { InputError } from '../errors.ts'
import { initiators, type WakeUpFamily } from './wake-up-family.ts'

/** A uniformly random set of k processors wakes at time 0; only messages wake the others. */
export const random: WakeUpFamily<'random'> = {
  name: 'random',
  summary: 'k processors chosen at random, at time 0',
  random: true,
  parameters: {
    k: { kind: 'integer', default: 1, min: 1, description: 'how many wake by themselves' },
  },
  create({ n, values, stream }) {
    const k = values.k as number
    if (k > n) throw new InputError(`wake-up random: k=${k} initiators, but there are only ${n} processors`)
    return initiators(n, stream.permutation(n).subarray(0, k))
  },
}
