import type { Channel, Processor } from '../../../engine/index.ts'
import { isBefore, later } from '../ballots.ts'
import { attemptsMax, awaitLeader, isMajority } from '../elections.ts'
import { lead } from './slots.ts'
import { follow, type Message, type State } from './state.ts'

/** Begins a ballot, later than all that it has heard of: phase 1, once for all slots that it does not know. */
export function stand(p: Processor<Message>, state: State): void {
  if (state.role === 'leader' || state.candidacies === attemptsMax) return
  const round = Math.max(state.round, state.promised?.[0] ?? 0) + 1
  const ballot = [round, state.id] as const
  Object.assign(state, {
    round,
    promised: ballot,
    role: 'candidate',
    promises: [],
    reported: [...state.accepted],
  })
  state.candidacies++
  awaitLeader(p)
  p.sendToAll({ type: 'prepare', ballot, from: state.applied.length })
  count(p, state)
}

/** Promises to take part in no ballot that is earlier, and tells what it has accepted. Who has to decline says nothing. */
export function prepare(
  p: Processor<Message>,
  state: State,
  { ballot, from }: Extract<Message, { readonly type: 'prepare' }>,
  sender: Channel,
): void {
  if (!isBefore(state.promised, ballot)) return
  follow(p, state, ballot)
  p.send(sender, { type: 'promise', ballot, accepted: state.accepted.slice(from) })
}

/** Takes a promise, with what may have been chosen. */
export function promise(
  p: Processor<Message>,
  state: State,
  { ballot, accepted }: Extract<Message, { readonly type: 'promise' }>,
  from: Channel,
): void {
  const { role, round, reported, promises, applied } = state
  if (role !== 'candidate' || ballot[0] !== round || promises.includes(from)) return
  promises.push(from)
  for (const [i, proposal] of accepted.entries()) {
    const slot = applied.length + i
    while (reported.length <= slot) reported.push(null)
    reported[slot] = later(reported[slot]!, proposal)
  }
  count(p, state)
}

/** Leads, once a majority has promised. */
function count(p: Processor<Message>, state: State): void {
  if (isMajority(state.promises.length, state)) lead(p, state)
}
