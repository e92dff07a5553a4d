import { InputError } from '../errors.ts'
import type { FaultFamily } from './fault-family.ts'
import { strategies } from './strategies/index.ts'
import { howMany, whoFails, whoParameters } from './who.ts'

/**
 * Processors do anything. What they do is a strategy around the algorithm, which is not touched. Attiya & Welch, section
 * 5.2.
 */
export const byzantine: FaultFamily<'byzantine'> = {
  name: 'byzantine',
  summary: 'processors lie, each by a strategy; their messages do not count',
  title: 'Byzantine processors',
  parameters: {
    ...whoParameters,
    strategy: {
      kind: 'text',
      default: 'mutate',
      choices: Object.keys(strategies),
      description: Object.entries(strategies)
        .map(([name, { summary }]) => `${name}: ${summary}`)
        .join('; '),
    },
  },
  check: (values) => void howMany('byzantine', values),
  faulty: (values) => howMany('byzantine', values),
  create(context) {
    const { algorithm, instance, values, streamOf } = context
    const strategy = strategies[values.strategy as string]!
    if (strategy.needsAlphabet && algorithm.alphabet === undefined)
      throw new InputError(
        `faults byzantine: strategy=${values.strategy} draws messages from the algorithm's alphabet, and ${algorithm.name} declares none; use another strategy, such as mutate`,
      )
    return {
      liars: new Map(
        whoFails('byzantine', context).map((processor) => [
          processor,
          strategy.create({ algorithm, instance, processor, random: streamOf(processor) }),
        ]),
      ),
    }
  },
}
