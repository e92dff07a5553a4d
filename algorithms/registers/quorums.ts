/** What both registers of Attiya, Bar-Noy and Dolev have in common: asking a majority, and writing to one. */
import type { Channel, Processor } from '../../engine/index.ts'

/** What a register holds, as of one write: by time, then by the identifier of who wrote. */
interface Version<V = number> {
  readonly time: number
  readonly by: number
  /** Null before anything was written. */
  readonly value: V | null
}

export type Message<V = number> =
  | { readonly type: 'query'; readonly phase: number }
  | { readonly type: 'current'; readonly phase: number; readonly version: Version<V> }
  | { readonly type: 'update'; readonly phase: number; readonly version: Version<V> }
  | { readonly type: 'ack'; readonly phase: number }

/** What it takes of a processor to have a register. */
export type Port<V = number> = Pick<Processor<Message<V>>, 'degree' | 'send' | 'sendToAll' | 'respond'>

export interface State<V = number> {
  readonly id: number
  /** The latest version that this processor has seen; its own copy of the register. */
  copy: Version<V>
  /** The number of the phase that it is in, or was in last, so that late answers can be told from others. */
  phase: number
  /** How many have answered in this phase, itself included. */
  answers: number
  /** The latest version in these answers. */
  latest: Version<V>
  /** What it is to write after the query; null if it reads. */
  writing: V | null
}

export interface Input {
  readonly id: number
}

const unwritten: Version<never> = { time: 0, by: -1, value: null }

export const initially = <V = number>({ id }: Input): State<V> => ({
  id,
  copy: unwritten,
  phase: 0,
  answers: 0,
  latest: unwritten,
  writing: null,
})

/** Asks all for their versions, to write a value one later than them, or to read the latest. */
export function query<V>(p: Port<V>, state: State<V>, writing: V | null): void {
  state.writing = writing
  state.latest = state.copy
  begin(state)
  p.sendToAll({ type: 'query', phase: state.phase })
  if (isMajority(p, state)) queried(p, state)
}

/** Whoever reads writes back what it has found, so that nobody who reads later finds less. */
function queried<V>(p: Port<V>, state: State<V>): void {
  const { writing, latest, id } = state
  update(p, state, writing === null ? latest : { time: latest.time + 1, by: id, value: writing })
}

/** Writes a register of which this processor is the only writer, and has the latest version. */
export function overwrite<V>(p: Port<V>, state: State<V>, value: V): void {
  state.writing = value
  update(p, state, { time: state.copy.time + 1, by: state.id, value })
}

/** Has all adopt a version. */
function update<V>(p: Port<V>, state: State<V>, version: Version<V>): void {
  state.latest = version
  adopt(state, version)
  begin(state)
  p.sendToAll({ type: 'update', phase: state.phase, version })
  if (isMajority(p, state)) updated(p, state)
}

const updated = <V>(p: Port<V>, { writing, latest }: State<V>): void =>
  p.respond(writing === null ? latest.value : undefined)

function begin(state: State<unknown>): void {
  state.phase++
  state.answers = 1
}

function adopt<V>(state: State<V>, version: Version<V>): void {
  if (isLater(version, state.copy)) state.copy = version
}

const isLater = (a: Version<unknown>, b: Version<unknown>): boolean =>
  a.time > b.time || (a.time === b.time && a.by > b.by)

/** Whether one more answer in a phase makes a majority; what comes after it, or from an earlier phase, does not count. */
const completes = (p: Pick<Processor, 'degree'>, state: State<unknown>, phase: number): boolean =>
  phase === state.phase && isMajority(p, { answers: ++state.answers })

/** Whoever is alone is a majority by itself. */
const isMajority = (p: Pick<Processor, 'degree'>, { answers }: Pick<State, 'answers'>): boolean =>
  answers === Math.floor((p.degree + 1) / 2) + 1

export const uponReceiving = {
  query<V>(p: Port<V>, { copy }: State<V>, { phase }: { readonly phase: number }, from: Channel) {
    p.send(from, { type: 'current', phase, version: copy })
  },
  current<V>(p: Port<V>, state: State<V>, { phase, version }: Extract<Message<V>, { type: 'current' }>) {
    if (phase === state.phase && isLater(version, state.latest)) state.latest = version
    if (completes(p, state, phase)) queried(p, state)
  },
  update<V>(
    p: Port<V>,
    state: State<V>,
    { phase, version }: Extract<Message<V>, { type: 'update' }>,
    from: Channel,
  ) {
    adopt(state, version)
    p.send(from, { type: 'ack', phase })
  },
  ack<V>(p: Port<V>, state: State<V>, { phase }: { readonly phase: number }) {
    if (completes(p, state, phase)) updated(p, state)
  },
}
