/** What both registers of Attiya, Bar-Noy and Dolev have in common: asking a majority, and writing to one. */
import type { Channel, Processor } from '../../engine/index.ts'

/** What a register holds, as of one write: by time, then by the identifier of who wrote. */
interface Version {
  readonly time: number
  readonly by: number
  /** Null before anything was written. */
  readonly value: number | null
}

export type Message =
  | { readonly type: 'query'; readonly phase: number }
  | { readonly type: 'current'; readonly phase: number; readonly version: Version }
  | { readonly type: 'update'; readonly phase: number; readonly version: Version }
  | { readonly type: 'ack'; readonly phase: number }

export interface State {
  readonly id: number
  /** The latest version that this processor has seen; its own copy of the register. */
  copy: Version
  /** The number of the phase that it is in, or was in last, so that late answers can be told from others. */
  phase: number
  /** How many have answered in this phase, itself included. */
  answers: number
  /** The latest version in these answers. */
  latest: Version
  /** What it is to write after the query; null if it reads. */
  writing: number | null
}

export interface Input {
  readonly id: number
}

const unwritten: Version = { time: 0, by: -1, value: null }

export const initially = ({ id }: Input): State => ({
  id,
  copy: unwritten,
  phase: 0,
  answers: 0,
  latest: unwritten,
  writing: null,
})

/** Asks all for their versions, to write a value one later than them, or to read the latest. */
export function query(p: Processor<Message>, state: State, writing: number | null): void {
  state.writing = writing
  state.latest = state.copy
  begin(state)
  p.sendToAll({ type: 'query', phase: state.phase })
  if (isMajority(p, state)) queried(p, state)
}

/** Whoever reads writes back what it has found, so that nobody who reads later finds less. */
function queried(p: Processor<Message>, state: State): void {
  const { writing, latest, id } = state
  update(p, state, writing === null ? latest : { time: latest.time + 1, by: id, value: writing })
}

/** Has all adopt a version. */
export function update(p: Processor<Message>, state: State, version: Version): void {
  state.latest = version
  adopt(state, version)
  begin(state)
  p.sendToAll({ type: 'update', phase: state.phase, version })
  if (isMajority(p, state)) updated(p, state)
}

const updated = (p: Processor, { writing, latest }: State): void =>
  p.respond(writing === null ? latest.value : undefined)

function begin(state: State): void {
  state.phase++
  state.answers = 1
}

function adopt(state: State, version: Version): void {
  if (isLater(version, state.copy)) state.copy = version
}

const isLater = (a: Version, b: Version): boolean => a.time > b.time || (a.time === b.time && a.by > b.by)

/** Whether one more answer in a phase makes a majority; what comes after it, or from an earlier phase, does not count. */
const completes = (p: Processor, state: State, phase: number): boolean =>
  phase === state.phase && isMajority(p, { answers: ++state.answers })

/** Whoever is alone is a majority by itself. */
const isMajority = (p: Processor, { answers }: Pick<State, 'answers'>): boolean =>
  answers === Math.floor((p.degree + 1) / 2) + 1

export const uponReceiving = {
  query(p: Processor<Message>, { copy }: State, { phase }: { readonly phase: number }, from: Channel) {
    p.send(from, { type: 'current', phase, version: copy })
  },
  current(p: Processor<Message>, state: State, { phase, version }: Extract<Message, { type: 'current' }>) {
    if (phase === state.phase && isLater(version, state.latest)) state.latest = version
    if (completes(p, state, phase)) queried(p, state)
  },
  update(
    p: Processor<Message>,
    state: State,
    { phase, version }: Extract<Message, { type: 'update' }>,
    from: Channel,
  ) {
    adopt(state, version)
    p.send(from, { type: 'ack', phase })
  },
  ack(p: Processor<Message>, state: State, { phase }: { readonly phase: number }) {
    if (completes(p, state, phase)) updated(p, state)
  },
}
