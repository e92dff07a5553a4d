import { InputError } from '../errors.ts'
import { assertDistinct, parseIntegerList } from '../specs/integer-list.ts'
import { initiators, type WakeUpFamily } from './wake-up-family.ts'

/** The processors named wake at time 0; only messages wake the others. */
export const given: WakeUpFamily<'given'> = {
  name: 'given',
  summary: 'the processors named, such as 1+3+5, at time 0',
  random: false,
  namesProcessors: true,
  parameters: {
    initiators: { kind: 'text', description: 'the indices of the processors, separated by +' },
  },
  positional: 'initiators',
  create({ n, values }) {
    if (values.initiators === undefined)
      throw new InputError('wake-up given needs the initiators: write given:initiators=1+3+5')
    const where = `wake-up given: initiators=${values.initiators}`
    const who = parseIntegerList(values.initiators as string, n - 1, where)
    assertDistinct(who, where)
    return initiators(n, who)
  },
}
