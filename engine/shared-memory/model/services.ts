import { createObject, linearizable } from '../../histories/index.ts'
import type { ArgumentKind, HistoryProperty, Service, ServiceOf } from '../../model/index.ts'

/** A service whose histories are held to a sequential object; `O` has the names of its operations. */
export interface ObjectService<O extends string = string> extends Service {
  readonly operations: ServiceOf<Record<O, unknown>>['operations']
  /** The spec of the sequential object for n processors, such as `register:initial=0`. */
  object(n: number): string
  /** What `k` is in formulas: how many values a register has. */
  readonly values?: number
}

const held = (object: (n: number) => string): { readonly linearizability: HistoryProperty } => ({
  linearizability: {
    kind: 'safety',
    check(history, n) {
      const finding = linearizable(history, createObject(object(n)))
      return finding.kind !== 'wrong' || finding.fault.sentence
    },
  },
})

/** Who may read and write a register, and which values it has. */
interface RegisterKind {
  /** The root is the only writer. */
  readonly writer?: 'root'
  /** The root does not read. */
  readonly readers?: 'others'
  /** It has the values 0 … values − 1. Default: all, and none is written twice. */
  readonly values?: number
}

const initialRegister = () => 'register:initial=0'

/** A register that holds 0 at the beginning. Attiya & Welch, section 10.2. */
export const sharedRegister = ({
  writer,
  readers,
  values,
}: RegisterKind = {}): ObjectService<'read' | 'write'> => ({
  name: 'register',
  summary: 'a register that holds 0 at the beginning',
  operations: {
    read: { summary: 'answered with what was written last', ...(readers !== undefined && { only: readers }) },
    write: {
      summary: 'answered when it is done',
      argument: (values === undefined ? 'distinct' : { below: values }) satisfies ArgumentKind,
      ...(writer !== undefined && { only: writer }),
    },
  },
  workload: 'closed',
  properties: held(initialRegister),
  object: initialRegister,
  ...(values !== undefined && { values }),
})

const object = <const O extends string>(
  name: string,
  summary: string,
  operations: ServiceOf<Record<O, unknown>>['operations'],
  spec: (n: number) => string = () => name,
): ObjectService<O> => ({
  name,
  summary,
  operations,
  workload: 'closed',
  properties: held(spec),
  object: spec,
})

/** A segment of each processor, and all of them at once. Attiya & Welch, section 10.3. */
export const sharedSnapshot: ObjectService<'update' | 'scan'> = object(
  'snapshot',
  'segments that each processor updates its own of, and all scan at once; 0 at the beginning',
  {
    update: { summary: 'answered when it is done', argument: 'distinct' },
    scan: { summary: 'answered with the list of all segments' },
  },
  (n) => `snapshot:n=${n},initial=0`,
)

/** Last in, first out. */
export const sharedStack: ObjectService<'push' | 'pop'> = object('stack', 'last in, first out', {
  push: { summary: 'answered when it is done', argument: 'distinct' },
  pop: { summary: 'answered with the newest value; null if there is none' },
})

/** First in, first out. */
export const sharedQueue: ObjectService<'enqueue' | 'dequeue'> = object('queue', 'first in, first out', {
  enqueue: { summary: 'answered when it is done', argument: 'distinct' },
  dequeue: { summary: 'answered with the oldest value; null if there is none' },
})

/**
 * A coin that all flip together (Aspnes & Herlihy 1990): whatever the scheduler does, with some probability all are answered with
 * 0, and with some probability all with 1. It is weak, since answers may also differ.
 */
export const weakSharedCoin: ObjectService<'flip'> = object(
  'weak-coin',
  'a coin that all flip together; with some probability all see the same side',
  { flip: { summary: 'answered with 0 or 1' } },
)

/** Each proposes 0 or 1, and all are answered with the same one, which was proposed. Who proposes again is answered so, too. */
export const sharedConsensus: ObjectService<'propose'> = object(
  'consensus',
  'all are answered with the same value, one that was proposed',
  { propose: { summary: 'answered with the value that is decided', argument: { below: 2 } } },
)

/** Counts by one. */
export const sharedCounter: ObjectService<'increment' | 'read'> = object('counter', 'counts from 0 by one', {
  increment: { summary: 'answered when it is done' },
  read: { summary: 'answered with the count' },
})
