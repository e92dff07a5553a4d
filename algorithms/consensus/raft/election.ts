import type { Channel, Processor } from '../../../engine/index.ts'
import { attemptsMax, awaitLeader, isMajority } from '../elections.ts'
import { lead } from './replication.ts'
import { type Message, observe, type State, termAt } from './state.ts'

type Request = Extract<Message, { readonly type: 'requestVote' }>
type Vote = Extract<Message, { readonly type: 'vote' }>

/** Becomes a candidate in the next term, and votes for itself. */
export function stand(p: Processor<Message>, state: State): void {
  if (state.role === 'leader' || state.candidacies === attemptsMax) return
  const { id, log } = state
  const term = state.term + 1
  Object.assign(state, { term, votedFor: id, role: 'candidate', votes: [] })
  state.candidacies++
  awaitLeader(p)
  const last = { lastIndex: log.length, lastTerm: termAt(log, log.length) }
  p.sendToAll({ type: 'requestVote', term, candidate: id, ...last })
  count(p, state)
}

/** Votes once in a term, and only for a candidate whose log has all that its own has. */
export function requestVote(p: Processor<Message>, state: State, request: Request, from: Channel): void {
  const { term, candidate } = request
  observe(p, state, term)
  const isFree = state.votedFor === null || state.votedFor === candidate
  const granted = term === state.term && isFree && isUpToDate(request, state)
  if (granted) {
    state.votedFor = candidate
    awaitLeader(p)
  }
  p.send(from, { type: 'vote', term: state.term, granted })
}

/** A log whose last entry is of a later term has more; of the same term, a longer one. */
function isUpToDate({ lastIndex, lastTerm }: Request, { log }: State): boolean {
  const own = termAt(log, log.length)
  return lastTerm > own || (lastTerm === own && lastIndex >= log.length)
}

/** Takes a vote. */
export function vote(p: Processor<Message>, state: State, { term, granted }: Vote, from: Channel): void {
  observe(p, state, term)
  if (state.role !== 'candidate' || term !== state.term || !granted || state.votes.includes(from)) return
  state.votes.push(from)
  count(p, state)
}

/** Leads, once a majority has voted for it. */
function count(p: Processor<Message>, state: State): void {
  if (isMajority(state.votes.length, state)) lead(p, state)
}
