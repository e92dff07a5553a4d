import {
  type AnyAlgorithm,
  atLeast,
  atMost,
  type Claim,
  type Claims,
  exactly,
  finalProperties,
  finalQuantity,
  InputError,
  innerClaims,
  innerColumns,
  type MemoryAccesses,
  type MemoryView,
  type OnMemory,
  type Unnamed,
  wrapperFamily,
} from '../../engine/index.ts'
import { registerChannels } from './register-channels.ts'

/** Of letters: M stands for something else where detectors of termination run over registers. */
const L = finalQuantity<OnMemory>('messages of the algorithm inside', ({ states }) =>
  states.reduce((all, { sent }) => Object.values(sent).reduce((sum, count) => sum + count, all), 0),
)

const where = { L }

const claims = {
  'column:register_writes': exactly('L', { where }),
  // A turn takes at most one message with its read, and the run ends when all are taken.
  'column:register_reads': atLeast('L', { where }),
  // All registers that a processor reads live with it, and none that it writes.
  'column:register_references_dsm': exactly('L', { where }),
  // A write is remote, and takes the copy from the only reader, whose next read is remote; and so is its first read ever of
  // each of 2m registers. To read again what nobody has written since is local, however often.
  'column:register_references_cc': atMost('2L + 2m', { where }),
} satisfies Claims

/** By column, what it is, and which of the accesses it counts. */
const columns: Readonly<Record<string, readonly [string, keyof MemoryAccesses]>> = {
  register_writes: ['writes of registers', 'writes'],
  register_reads: ['reads of registers, those in vain as well', 'reads'],
  register_references_cc: ['remote references of all processors in a cache-coherent memory', 'cc'],
  register_references_dsm: ['remote references of all processors in a distributed memory', 'dsm'],
}

/**
 * Channels made of shared memory, the easy direction of the simulations between the models: from one processor to another
 * there is a register that holds the messages sent so far, and the receiver polls. Attiya & Welch, section 5.3.3.
 * Not one message more or less is sent, in an order first in, first out.
 */
export const registers = wrapperFamily({
  name: 'registers',
  title: 'registers',
  summary: 'every channel is a shared register that its writer appends to and its reader polls',
  source: 'Attiya & Welch, section 5.3.3',
  takes: 'asynchronous',

  problem({ service, requires, stopWhen }) {
    if (service !== undefined) return 'it offers a service, and nobody asks for it on shared memory'
    if (requires.clocks) return 'it reads clocks, which shared memory does not have'
    if (requires.detector !== undefined)
      return 'it asks a failure detector, which shared memory does not have'
    if (requires.delayBounds) return 'it knows bounds on delays, of which a scheduler has none'
    return stopWhen === undefined ? null : 'it never falls silent, so nobody knows when a run is over'
  },

  wrap(algorithm: AnyAlgorithm): Unnamed<AnyAlgorithm> {
    const { fifo, ...requires } = algorithm.requires
    const elsewhere = (): never => {
      throw new InputError(
        `${algorithm.name} over registers runs on shared memory; simulate and sweeps run it, with a scheduler`,
      )
    }
    return {
      requires,
      terminates: algorithm.terminates,
      initially: elsewhere,
      uponReceiving: Object.fromEntries(
        Object.keys(algorithm.uponReceiving!).map((type) => [type, elsewhere]),
      ),
      claims: { ...messageClaims(algorithm), ...claims },
      properties: finalProperties(algorithm),
      columns: { ...innerColumns(algorithm), ...ownColumns },
    } as unknown as Unnamed<AnyAlgorithm>
  },

  onMemory: registerChannels,
})

const ownColumns: NonNullable<AnyAlgorithm['columns']> = Object.fromEntries(
  Object.entries(columns).map(([name, [description, access]]) => [
    name,
    { description, read: (final) => (final as MemoryView).accesses[access] },
  ]),
)

/** What the algorithm inside claims of messages and of its columns, whatever the delays: all but time has a meaning here. */
const messageClaims = (algorithm: AnyAlgorithm): Claims =>
  Object.fromEntries(
    Object.entries(innerClaims(algorithm, { types: true }))
      .filter(([measure]) => /^(messages|messages:.*|column:.*)$/.test(measure))
      .map(([measure, about]) => [measure, [about as Claim | readonly Claim[]].flat()]),
  )
