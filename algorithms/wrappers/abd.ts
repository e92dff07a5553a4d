import {
  type AnyAlgorithm,
  type AnySharedAlgorithm,
  atMost,
  type Channel,
  type Claims,
  exactly,
  finalQuantity,
  type Instance,
  isSharedObject,
  type Knowledge,
  mutualExclusion,
  type Processor,
  promisedBy,
  rmwNames,
  type Service,
  type SharedWrapperFamily,
  type Unnamed,
  type Value,
  withoutFaults,
} from '../../engine/index.ts'
import { SharedClient, type State, type VariableMessage } from './shared-client.ts'

/** The accesses of the algorithm inside, and those that are writes by the only writer of their variable. */
const A = finalQuantity<State>('accesses of the algorithm inside', ({ states }) => sum(states, 'accesses'))
const S = finalQuantity<State>('writes by the only writer of a variable', ({ states }) =>
  sum(states, 'ownWrites'),
)
const a = finalQuantity<State>('the most accesses of an operation', ({ states }) =>
  Math.max(...states.map(({ longest }) => longest)),
)

const sum = (states: readonly State[], count: 'accesses' | 'ownWrites'): number =>
  states.reduce((all, state) => all + state[count], 0)

const bill = '4(n - 1)A - 2(n - 1)S'

const claims: Claims = {
  // A read goes to all and back twice, and so does a write where others write; that of an only writer does so once.
  messages: [exactly(bill, { where: { A, S }, when: withoutFaults }), atMost(bill, { where: { A, S } })],
  messages_per_operation: [
    exactly(`(${bill}) / c`, { where: { A, S }, when: withoutFaults }),
    atMost(`(${bill}) / c`, { where: { A, S } }),
  ],
  response: atMost('4a', { where: { a } }),
}

/**
 * Shared memory made of messages: each variable is a register of Attiya, Bar-Noy and Dolev, of which every processor keeps a
 * copy. A wait is made of reads, one after the other.
 */
export const abd: SharedWrapperFamily = {
  name: 'abd',
  title: 'ABD',
  summary:
    'every shared variable is kept by all processors, and read and written with the help of a majority',
  source: 'Attiya, Bar-Noy & Dolev 1995; Attiya & Welch, section 10.4',
  takes: 'shared memory',
  parameters: {},

  problem(algorithm) {
    const offered = Object.values(algorithm.variables({ n: algorithm.requires.size ?? 4 })).flatMap(
      ({ options }) => options.offers ?? [],
    )
    const names = [...new Set(offered)].map((one) => rmwNames[one])
    return names.length === 0
      ? null
      : `ABD gives reads and writes; ${algorithm.name} needs ${names.join(' and ')}`
  },

  wrap(algorithm): Unnamed<AnyAlgorithm> {
    const client = new SharedClient(algorithm)
    const service: Service = isSharedObject(algorithm) ? promisedBy(algorithm) : mutualExclusion
    const operations = Object.keys(service.operations)
    const hasRoot = operations.some((name) => service.operations[name]!.only !== undefined)
    const handle = (p: Processor<VariableMessage>, state: State, message: VariableMessage, from: Channel) =>
      client.hear(p, state, message, from)
    return {
      requires: {
        shape: 'complete',
        size: true,
        ...(hasRoot && { root: true }),
        ...(flipsCoins(algorithm) && { coins: true }),
        ...(goesOn(algorithm) && { resilience: 'n > 2f' }),
      },
      terminates: false,
      service,
      arrange: ({ network: { n }, root }: Instance) => {
        client.assertRuns(n)
        // In shared memory the root is p_0; where there is one, processors are counted from it.
        return (p: number) => (hasRoot ? (p - root + n) % n : p)
      },
      initially: ({ n, arranged }: Knowledge) => client.initially(arranged as number, n),
      uponInvoking: Object.fromEntries(
        operations.map((name, operation) => [
          name,
          (p: Processor<VariableMessage>, state: State, argument: Value) =>
            client.begin(p, state, operation, argument),
        ]),
      ),
      uponReceiving: { query: handle, current: handle, update: handle, ack: handle },
      claims,
    } as unknown as Unnamed<AnyAlgorithm>
  },
}

const flipsCoins = (algorithm: AnySharedAlgorithm): boolean =>
  Object.values(algorithm.variables({ n: algorithm.requires.size ?? 4 })).some(({ isCoin }) => isCoin)

/** Whether operations end whoever crashes. Where one waits for another, as all locks do, the other may have crashed. */
const goesOn = (algorithm: AnySharedAlgorithm): boolean =>
  isSharedObject(algorithm) && algorithm.progress !== 'blocking'
