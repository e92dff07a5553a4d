import { type Deciding, finalQuantity, isFaulty, type Processor } from '../../engine/index.ts'
import { bitOf } from './bits.ts'

/** Null proposes nothing. */
export type Message =
  | { readonly type: 'report'; readonly phase: number; readonly value: number }
  | { readonly type: 'proposal'; readonly phase: number; readonly value: number | null }
type Vote = Message['value']
export interface State extends Deciding {
  readonly f: number
  phase: number
  step: Message['type']
  value: number
  /** What each has said, by type and phase, and by channel; of phases that are over nothing. */
  heard: Record<string, Record<number, Vote>>
}

/** More votes than this are needed, of n processors of which f may fail. */
interface Thresholds {
  /** Reports of a value, to propose it. */
  propose(n: number, f: number): number
  /** Proposals of a value, to decide it. */
  decide(n: number, f: number): number
  /** Proposals of a value, to take it. */
  adopt(n: number, f: number): number
}

/** In place of a channel, for what a processor says to itself. */
const itself = -1

export const P = finalQuantity<State>('phases until all correct processors have decided', (configuration) =>
  configuration.states.reduce(
    // Whoever decides enters one phase more, for the others.
    (most, { phase }, p) => (isFaulty(configuration, p) ? most : Math.max(most, phase - 1)),
    0,
  ),
)

/** The two steps of each phase: reports, and then proposals of what most report; coins where nothing is proposed. */
export function byPhases(thresholds: Thresholds) {
  /** Goes on for as long as it has heard from n − f. */
  const goOn = (p: Processor<Message>, state: State): void => {
    const n = p.degree + 1
    const { f } = state
    while (state.decided === null) {
      const votes = Object.values(state.heard[`${state.step} ${state.phase}`] ?? {})
      if (votes.length < n - f) return
      const [most, count] = mostNamed(votes)
      if (state.step === 'report') {
        const value = count > thresholds.propose(n, f) ? most : null
        state.step = 'proposal'
        say(p, state, { type: 'proposal', phase: state.phase, value })
        continue
      }
      const taken = count > thresholds.adopt(n, f) ? most : null
      state.value = taken ?? (p.random() < 0.5 ? 0 : 1)
      begin(p, state)
      if (taken === null || count <= thresholds.decide(n, f)) continue
      // It votes in one phase more, in which all others decide.
      say(p, state, { type: 'proposal', phase: state.phase, value: taken })
      state.decided = taken
      p.mark('decided')
      p.terminate()
    }
  }
  const receive = (p: Processor<Message>, state: State, message: Message, from: number): void => {
    hear(state, from, message)
    goOn(p, state)
  }
  return {
    initially: ({ value, f }: { readonly value: number; readonly f: number }): State => ({
      f,
      phase: 0,
      step: 'report',
      value: bitOf(value),
      heard: {},
      decided: null,
    }),
    uponStart(p: Processor<Message>, state: State): void {
      begin(p, state)
      goOn(p, state)
    },
    uponReceiving: { report: receive, proposal: receive },
    bits: { report: sizeOf, proposal: sizeOf },
    alphabet: () =>
      [1, 2, 3].flatMap((phase): Message[] => [
        ...[0, 1].map((value) => ({ type: 'report' as const, phase, value })),
        ...[0, 1, null].map((value) => ({ type: 'proposal' as const, phase, value })),
      ]),
    columns: {
      phases: { description: P.description, read: (final: Parameters<typeof P.final>[0]) => P.final(final) },
    },
  }
}

function hear(state: State, from: number, { type, phase, value }: Message): void {
  if (phase < state.phase) return
  const votes = (state.heard[`${type} ${phase}`] ??= {})
  votes[from] ??= value
}

function say(p: Processor<Message>, state: State, message: Message): void {
  p.sendToAll(message)
  hear(state, itself, message)
}

/** Begins the next phase; what was said in this one is forgotten. */
function begin(p: Processor<Message>, state: State): void {
  delete state.heard[`report ${state.phase}`]
  delete state.heard[`proposal ${state.phase}`]
  state.phase++
  state.step = 'report'
  say(p, state, { type: 'report', phase: state.phase, value: state.value })
}

/** A bit, or none, and the number of the phase. */
const sizeOf = (_: unknown, { phase }: Message): number => 2 + Math.ceil(Math.log2(phase + 1))

/** The value that most name, and how many do. */
function mostNamed(votes: readonly Vote[]): readonly [value: Vote, count: number] {
  const [zeros, ones] = [0, 1].map((value) => votes.filter((vote) => vote === value).length) as [
    number,
    number,
  ]
  return ones > zeros ? [1, ones] : [0, zeros]
}
