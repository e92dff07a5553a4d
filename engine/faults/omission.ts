import type { FaultFamily } from './fault-family.ts'
import { howMany, whoFails, whoParameters } from './who.ts'

/** Processors leave out some of the messages that they should send, or do not hear some that reach them. */
export const omission: FaultFamily<'omission'> = {
  name: 'omission',
  summary:
    'processors leave out some messages that they should send, or do not hear some of those that reach them',
  title: 'omissions',
  parameters: {
    ...whoParameters,
    rate: { kind: 'number', default: 0.3, min: 0, max: 1, description: 'the part of the messages' },
    kind: {
      kind: 'text',
      default: 'send',
      choices: ['send', 'receive', 'general'],
      description: 'whether they fail in sending, in receiving, or in both',
    },
  },
  check: (values) => void howMany('omission', values),
  faulty: (values) => howMany('omission', values),
  create(context) {
    const { stream } = context
    const { rate, kind } = context.values as { readonly rate: number; readonly kind: string }
    const careless = new Set(whoFails('omission', context))
    const [sends, receives] = [kind !== 'receive', kind !== 'send']
    return {
      careless,
      strikes(sender, receiver) {
        if (sends && careless.has(sender) && stream.uniform() < rate) return 'omitted'
        return receives && careless.has(receiver) && stream.uniform() < rate ? 'unheard' : null
      },
    }
  },
}
