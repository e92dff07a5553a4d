import type { Deciding, Processor } from '../../engine/index.ts'
import { type Counts, decidedBy, isVote, madeOf, mayMake, type Step } from './bracha-votes.ts'
import type { Places } from './places.ts'
import { hear, newWitness, type Witness, type Word } from './witness.ts'

/** Whose vote it is, of which step of which phase. */
interface Ballot {
  readonly origin: number
  readonly phase: number
  readonly step: Step
}
export type Message = { readonly [W in Word]: Ballot & { readonly type: W; readonly value: number } }[Word]
interface Vote extends Ballot {
  readonly value: number
}
export interface State extends Deciding, Places {
  readonly f: number
  /** Whether votes must follow from those of the step before. */
  readonly justified: boolean
  phase: number
  step: Step
  vote: number
  /** In which phase it decided; 0 while it has not. */
  decidedIn: number
  /** What it has heard of each vote, by origin, phase and step. */
  readonly heard: Record<string, Witness>
  /** Votes that were delivered and that nothing justifies so far. */
  unjustified: readonly Vote[]
  /** The others, by phase and step, in the order in which they were justified. */
  readonly votes: Record<string, Vote[]>
}

/** Sends its vote of this step to all, itself included. */
export function broadcast(p: Processor<Message>, state: State): void {
  const { place, phase, step, vote } = state
  const initial: Message = { type: 'initial', origin: place, phase, step, value: vote }
  p.sendToAll(initial)
  witness(p, state, initial, undefined)
}

/** Takes part in the reliable broadcast of a vote; `from`: the channel, undefined for what it says itself. */
export function witness(
  p: Processor<Message>,
  state: State,
  { type: word, origin, phase, step, value }: Message,
  from: number | undefined,
): void {
  const heard = (state.heard[`${origin} ${phase} ${step}`] ??= newWitness())
  const isNew = heard.delivered === null
  const { f } = state
  const said = { word, value, ...(from !== undefined && { from }) }
  hear(heard, said, { n: p.degree + 1, f }, (type, value) =>
    p.sendToAll({ type, origin, phase, step, value } as Message),
  )
  if (!isNew || heard.delivered === null || !isVote(step, heard.delivered)) return
  state.unjustified = [...state.unjustified, { origin, phase, step, value: heard.delivered }]
  goOn(p, state)
}

/** Counts what is justified, and goes on for as long as it has the votes of n − f. */
function goOn(p: Processor<Message>, state: State): void {
  const size = { n: p.degree + 1, f: state.f }
  for (;;) {
    justify(state, size)
    const votes = state.votes[`${state.phase} ${state.step}`] ?? []
    if (isOver(state) || votes.length < size.n - size.f) return
    take(p, state, countsOf(votes.slice(0, size.n - size.f)), size)
    if (!isOver(state)) broadcast(p, state)
  }
}

/** Whoever has decided votes in one phase more. */
const isOver = ({ decided, decidedIn, phase }: State): boolean => decided !== null && phase > decidedIn + 1

/** Some votes follow from those that have just been found to follow from others. */
function justify(state: State, size: { readonly n: number; readonly f: number }): void {
  for (;;) {
    const found = state.unjustified.filter((vote) => !state.justified || follows(state, vote, size))
    if (found.length === 0) return
    state.unjustified = state.unjustified.filter((vote) => !found.includes(vote))
    for (const vote of found) (state.votes[`${vote.phase} ${vote.step}`] ??= []).push(vote)
  }
}

/** Ends a step with these votes. */
function take(
  p: Processor<Message>,
  state: State,
  counts: Counts,
  size: { readonly n: number; readonly f: number },
): void {
  const { step } = state
  state.vote = madeOf(step, counts, state.vote, size) ?? (p.random() < 0.5 ? 0 : 1)
  if (step < 3) {
    state.step = step === 1 ? 2 : 3
    return
  }
  const bit = decidedBy(counts, size)
  if (bit !== null && state.decided === null) {
    state.decided = bit
    state.decidedIn = state.phase
    p.mark('decided')
  }
  state.phase++
  state.step = 1
}

/** Whether a vote may come of those that are justified of the step before; the first of all may be any. */
function follows(
  { votes }: State,
  { origin, phase, step, value }: Vote,
  size: { readonly n: number; readonly f: number },
): boolean {
  if (phase === 1 && step === 1) return true
  const before = votes[step === 1 ? `${phase - 1} 3` : `${phase} ${step - 1}`] ?? []
  const own = before.find((vote) => vote.origin === origin)?.value
  return mayMake(step === 1 ? 3 : ((step - 1) as Step), countsOf(before), own, value, size)
}

function countsOf(votes: readonly Vote[]): Counts {
  const counts: [number, number, number, number] = [0, 0, 0, 0]
  for (const { value } of votes) counts[value]!++
  return counts
}
