import type { Channel, Processor } from '../../../engine/index.ts'
import { attemptsMax, heartbeat, isMajority } from '../elections.ts'
import { apply, type Command, follow, type Message, put, type State } from './state.ts'

type Of<T extends Message['type']> = Extract<Message, { readonly type: T }>

/**
 * Leads: proposes again, for each slot that it does not know, the latest that was accepted of what was reported, which may
 * have been chosen; in gaps before these, where nothing was, a no-op. Then come commands of its own.
 */
export function lead(p: Processor<Message>, state: State): void {
  const { reported, applied } = state
  state.role = 'leader'
  state.votes = []
  for (let slot = applied.length; slot < reported.length; slot++) {
    const value = reported[slot]?.value ?? null
    if (reported[slot] === null) state.gaps++
    propose(p, state, slot, value)
  }
  advance(p, state)
  // Whoever leads without a proposal has to say that it does.
  if (state.accepted.length === applied.length) announce(p, state)
}

/** Phase 2 of one slot; it accepts its own proposals. */
function propose(p: Processor<Message>, state: State, slot: number, value: Command): void {
  const ballot = state.promised!
  put(state.accepted, slot, { ballot, value })
  state.votes[slot] = []
  p.sendToAll({ type: 'accept', ballot, slot, value, chosen: state.applied.length })
  p.setTimer('heartbeat', heartbeat)
}

/** Proposes its command in the next slots, as far as they may be under way at once; whether it does. */
function write(p: Processor<Message>, state: State): boolean {
  const { applied, accepted, entries, pipeline, told, value } = state
  const isCommand = ({ value }: { readonly value: Command }) => value !== null
  const underWay = accepted.slice(applied.length)
  const room = Math.min(
    pipeline - underWay.length,
    entries - told - underWay.filter((one) => one !== null && isCommand(one)).length,
  )
  for (let i = 0; i < room; i++) propose(p, state, accepted.length, value)
  return room > 0
}

/** Accepts what the leader proposes, unless it has promised a later ballot. */
export function accept(
  p: Processor<Message>,
  state: State,
  { ballot, slot, value, chosen }: Of<'accept'>,
  from: Channel,
): void {
  if (!follow(p, state, ballot)) return
  put(state.accepted, slot, { ballot, value })
  p.send(from, { type: 'accepted', ballot, slot })
  learn(p, state, chosen)
}

/** Counts who has accepted its proposal. */
export function accepted(
  p: Processor<Message>,
  state: State,
  { ballot, slot }: Of<'accepted'>,
  from: Channel,
): void {
  const votes = isOwn(state, ballot) ? state.votes[slot] : undefined
  if (votes === undefined || votes.includes(from)) return
  votes.push(from)
  advance(p, state)
}

/** Whether it leads by this ballot. */
const isOwn = ({ role, round }: State, ballot: Of<'accepted'>['ballot']): boolean =>
  role === 'leader' && ballot[0] === round

/** Applies what is chosen, as far as there is no gap, proposes more, and tells the others when there is no more. */
function advance(p: Processor<Message>, state: State): void {
  const { applied, accepted, votes } = state
  const before = applied.length
  do
    while (applied.length < accepted.length && isMajority(votes[applied.length]!.length, state))
      apply(p, state, accepted[applied.length]!)
  while (write(p, state) && isMajority(0, state))
  if (applied.length > before && applied.length === accepted.length) announce(p, state)
}

/** Says that it leads, and what is chosen. */
function announce(p: Processor<Message>, { promised, applied }: State): void {
  p.sendToAll({ type: 'heartbeat', ballot: promised!, chosen: applied.length })
  p.setTimer('heartbeat', heartbeat)
}

/** Has been silent for so long that the others may think it is gone, or that messages are lost: proposes again to all that have not accepted. */
export function beat(p: Processor<Message>, state: State): void {
  if (state.role !== 'leader' || ++state.heartbeats > attemptsMax) return
  announce(p, state)
  const { accepted, applied, votes } = state
  for (let slot = applied.length; slot < accepted.length; slot++)
    for (let channel = 0; channel < p.degree; channel++)
      if (!votes[slot]!.includes(channel)) {
        const { ballot, value } = accepted[slot]!
        p.send(channel, { type: 'accept', ballot, slot, value, chosen: applied.length })
      }
}

/** Hears that the leader is there; asks for what is chosen where it cannot tell. */
export function hear(
  p: Processor<Message>,
  state: State,
  { ballot, chosen }: Of<'heartbeat'>,
  from: Channel,
): void {
  if (!follow(p, state, ballot)) return
  learn(p, state, chosen)
  if (state.applied.length < chosen) p.send(from, { type: 'missing', ballot, from: state.applied.length })
}

/** Learns what the leader says is chosen, as far as it has accepted it in the leader’s ballot: there is one proposal in that. */
function learn(p: Processor<Message>, state: State, chosen: number): void {
  const { accepted, applied, promised } = state
  while (applied.length < chosen) {
    const proposal = accepted[applied.length] ?? null
    if (proposal === null || proposal.ballot[0] !== promised![0] || proposal.ballot[1] !== promised![1])
      return
    apply(p, state, proposal)
  }
}

/** Tells what is chosen. */
export function tell(
  p: Processor<Message>,
  state: State,
  { ballot, from }: Of<'missing'>,
  sender: Channel,
): void {
  if (!isOwn(state, ballot)) return
  const values = state.applied.slice(from).map(({ value }) => value)
  p.send(sender, { type: 'chosen', ballot, from, values })
}

/** Takes what is chosen as if the leader had proposed it. */
export function chosen(p: Processor<Message>, state: State, { ballot, from, values }: Of<'chosen'>): void {
  if (!follow(p, state, ballot) || from > state.applied.length) return
  for (const [i, value] of values.entries()) {
    const slot = from + i
    if (slot < state.applied.length) continue
    put(state.accepted, slot, { ballot, value })
    apply(p, state, { ballot, value })
  }
}
