import type { FaultFamily } from './fault-family.ts'

/** Channels deliver messages twice. The second copy takes a time of its own, and is no message that anybody sent. */
export const duplicate: FaultFamily<'duplicate'> = {
  name: 'duplicate',
  summary: 'channels deliver some messages twice; the copy has a delay of its own',
  title: 'duplicates',
  parameters: {
    rate: { kind: 'number', default: 0.1, min: 0, max: 1, description: 'the part of the messages' },
  },
  faulty: () => 0,
  create: ({ values, stream }) => ({
    strikes: () => (stream.uniform() < (values.rate as number) ? 'twice' : null),
  }),
}
