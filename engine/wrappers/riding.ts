import type { Unnamed } from '../claims/parametrised.ts'
import type {
  AnyAlgorithm,
  Knowledge,
  Message,
  MessageDriven,
  Processor,
  Requirements,
  Value,
} from '../model/index.ts'
import { arrangeBoth, toldInside, toldOutside } from './arranged.ts'
import { innerColumns, innerProperties, innerView } from './inner-view.ts'
import type { Around, Inside } from './inside.ts'

/** What a wrapper of asynchronous algorithms says itself. */
type Own<S extends Around, M extends Message> = Pick<
  MessageDriven<S, M, Knowledge, Requirements>,
  'uponReceiving'
> &
  Partial<
    Omit<MessageDriven<S, M, Knowledge, Requirements>, 'name' | 'title' | 'uponReceiving' | 'initially'>
  > & {
    /** What its state has beside that of the algorithm inside. */
    readonly state: (input: Knowledge) => Omit<S, keyof Around>
  }

/**
 * A wrapper that rides on an asynchronous algorithm: it handles the messages, and hands those of the algorithm on to
 * `inside`. All else of the algorithm is as it is without the wrapper: who wakes it, what it is asked for, its timers,
 * properties and columns; what the wrapper has itself is added. A wrapper that offers another service says so.
 */
export function riding<S extends Around, M extends Message>(
  algorithm: AnyAlgorithm,
  inside: Inside<S, M>,
  { state, arrange, requires = {}, properties = {}, columns = {}, marks = [], ...own }: Own<S, M>,
): Unnamed<AnyAlgorithm> {
  const {
    stopWhen,
    service,
    uponInvoking = {},
    uponTimeout = {},
    worstIdentifiers,
    bestIdentifiers,
  } = algorithm
  const initiators = joined(algorithm.requires.initiators, requires.initiators)
  return {
    terminates: false,
    wokenByMessage: 'joins',
    ...arrangeBoth(algorithm, arrange),
    initially: (input: Knowledge) =>
      ({
        inner: algorithm.initially(toldInside(algorithm, input)),
        awake: false,
        over: false,
        ...state(arrange === undefined ? input : toldOutside(input)),
      }) as S,
    uponStart: (p: Processor<M>, state: S) => inside.start(p, state),
    ...(stopWhen && {
      stopWhen: (view: Parameters<typeof stopWhen>[0], answered: boolean) =>
        stopWhen.call(algorithm, innerView(view), answered),
    }),
    ...(service && { service }),
    ...(service && {
      uponInvoking: mapped(
        uponInvoking,
        (name) => (p: Processor<M>, state: S, argument: Value) => inside.invoke(p, state, name, argument),
      ),
    }),
    ...(algorithm.uponTimeout && {
      uponTimeout: mapped(
        uponTimeout,
        (name) => (p: Processor<M>, state: S) => inside.timeout(p, state, name),
      ),
    }),
    ...(worstIdentifiers && { worstIdentifiers }),
    ...(bestIdentifiers && { bestIdentifiers }),
    ...own,
    requires: { ...algorithm.requires, ...requires, ...(initiators && { initiators }) },
    marks: [...(algorithm.marks ?? []), ...marks],
    properties: { ...innerProperties(algorithm), ...properties },
    columns: { ...innerColumns(algorithm), ...columns },
  } as unknown as Unnamed<AnyAlgorithm>
}

const mapped = <T>(all: object, make: (name: string) => T): Record<string, T> =>
  Object.fromEntries(Object.keys(all).map((name) => [name, make(name)]))

/** The stronger of two requirements on who wakes. */
function joined(
  one: Requirements['initiators'],
  other: Requirements['initiators'],
): Requirements['initiators'] {
  if (one === undefined || one === other) return other
  return other === undefined ? one : 'together'
}
