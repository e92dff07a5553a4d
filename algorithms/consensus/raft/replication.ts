import type { Channel, Processor } from '../../../engine/index.ts'
import { attemptsMax, awaitLeader, heartbeat, isMajority } from '../elections.ts'
import { type Message, observe, type State, termAt } from './state.ts'

type Append = Extract<Message, { readonly type: 'append' }>
type Appended = Extract<Message, { readonly type: 'appended' }>

/** Begins to lead, with an entry of its own term: before one of these is committed, none of an earlier term is. */
export function lead(p: Processor<Message>, state: State): void {
  const { term, log } = state
  Object.assign(state, {
    role: 'leader',
    next: new Array<number>(p.degree).fill(log.length),
    match: new Array<number>(p.degree).fill(0),
  })
  state.led.push(term)
  write(state)
  advance(p, state)
  replicate(p, state)
}

/** Writes its command into its log. */
function write({ log, term, value }: State): void {
  log.push({ term, value })
}

/** Has been silent for so long that the others may think it is gone. */
export function beat(p: Processor<Message>, state: State): void {
  if (state.role === 'leader' && ++state.heartbeats < attemptsMax) replicate(p, state)
}

/** Sends everyone what it lacks, if that is nothing, too. */
export function replicate(p: Processor<Message>, state: State): void {
  p.setTimer('heartbeat', heartbeat)
  for (let channel = 0; channel < p.degree; channel++) sendTo(p, state, channel)
}

function sendTo(p: Processor<Message>, { term, log, next, commit }: State, channel: Channel): void {
  const prevIndex = next[channel]!
  const prevTerm = termAt(log, prevIndex)
  p.send(channel, { type: 'append', term, prevIndex, prevTerm, entries: log.slice(prevIndex), commit })
}

/** Takes entries of the leader, if its log is the leader’s up to there. What differs after that was never committed. */
export function append(p: Processor<Message>, state: State, message: Append, from: Channel): void {
  const { term, prevIndex, prevTerm, entries, commit } = message
  observe(p, state, term)
  const answer = (success: boolean, index: number): void =>
    p.send(from, { type: 'appended', term: state.term, success, index })
  if (term < state.term) return answer(false, 0)
  state.role = 'follower'
  awaitLeader(p)
  const { log } = state
  if (prevIndex > log.length || termAt(log, prevIndex) !== prevTerm)
    return answer(false, Math.min(log.length, prevIndex - 1))
  for (const [i, entry] of entries.entries()) {
    const index = prevIndex + i
    if (log[index] !== undefined && log[index].term !== entry.term) log.length = index
    if (log[index] === undefined) log.push({ ...entry })
  }
  const index = prevIndex + entries.length
  apply(p, state, Math.min(commit, index))
  answer(true, index)
}

/** Hears how far a log agrees with its own. */
export function appended(p: Processor<Message>, state: State, message: Appended, from: Channel): void {
  const { term, success, index } = message
  observe(p, state, term)
  if (state.role !== 'leader' || term !== state.term) return
  if (!success) {
    state.next[from] = Math.max(state.match[from]!, Math.min(state.next[from]!, index))
    return sendTo(p, state, from)
  }
  state.match[from] = Math.max(state.match[from]!, index)
  state.next[from] = Math.max(state.next[from]!, state.match[from]!)
  if (advance(p, state)) replicate(p, state)
}

/**
 * Commits what a majority has, if the last entry of it is of its own term, and all before that with it: an entry of an
 * earlier term may be overwritten, though a majority has it. Writes the next command when all are committed. Whether
 * anything is.
 */
function advance(p: Processor<Message>, state: State): boolean {
  const { log, match, term, commit } = state
  const has = (index: number): number => match.filter((known) => known >= index).length
  for (let index = log.length; index > commit && termAt(log, index) === term; index--) {
    if (!isMajority(has(index), state)) continue
    apply(p, state, index)
    if (index === log.length && index < state.entries) {
      write(state)
      advance(p, state)
    }
    return true
  }
  return false
}

/** Tells the state machine all entries up to an index that are new to it. The first of them is what is decided. */
function apply(p: Processor<Message>, state: State, commit: number): void {
  state.commit = Math.max(state.commit, commit)
  const { log, applied, term } = state
  for (let index = applied.length; index < state.commit; index++) applied.push({ ...log[index]!, in: term })
  if (applied.length === 0 || state.decided !== null) return
  state.decided = applied[0]!.value
  p.mark('decided')
}
