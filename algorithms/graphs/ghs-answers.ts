import type { Channel, Processor } from '../../engine/index.ts'
import { type Mark, markBranch } from './minimum-tree.ts'

/** What processors tell each other. */
export type GhsMessage =
  | { readonly type: 'connect'; readonly level: number }
  | { readonly type: 'initiate'; readonly level: number; readonly fragment: number; readonly find: boolean }
  | { readonly type: 'test'; readonly level: number; readonly fragment: number }
  | { readonly type: 'accept' }
  | { readonly type: 'reject' }
  /** The weight of the lightest outgoing channel in a subtree; null if there is none. */
  | { readonly type: 'report'; readonly best: number | null }
  | { readonly type: 'change-root' }
/** What a processor knows of its fragment. */
export interface GhsState {
  marks: Mark[]
  branches: Channel[]
  /** The channels by weight; those before the next are no longer basic. */
  byWeight: Channel[]
  next: number
  level: number
  /** The weight of the core, which names the fragment; null before there is one. */
  fragment: number | null
  finding: boolean
  /** The channel to the core. */
  inward: Channel
  /** From how many channels of the tree it waits for a report. */
  missing: number
  testing: Channel | null
  /** The channel that leads to the lightest outgoing one, and what that weighs; null if none is known. */
  bestChannel: Channel
  best: number | null
  halted: boolean
  readonly waiting: { readonly message: GhsMessage; readonly from: Channel }[]
}
type P = Processor<GhsMessage>
/** Whether a message is answered; if not, it has to wait. */
type Answer<M extends GhsMessage> = (p: P, state: GhsState, message: M, from: Channel) => boolean

const answers: { readonly [T in GhsMessage['type']]: Answer<Extract<GhsMessage, { readonly type: T }>> } = {
  connect(p, state, { level }, from) {
    const { finding, fragment } = state
    if (level < state.level) {
      markBranch(state, from)
      p.send(from, { type: 'initiate', level: state.level, fragment: fragment!, find: finding })
      if (finding) state.missing++
    } else if (state.marks[from] === 'basic') return false
    else p.send(from, { type: 'initiate', level: level + 1, fragment: p.weight(from), find: true })
    return true
  },

  initiate(p, state, message, from) {
    state.level = message.level
    state.fragment = message.fragment
    state.finding = message.find
    state.inward = from
    state.best = null
    for (let channel = 0; channel < p.degree; channel++)
      if (channel !== from && state.marks[channel] === 'branch') {
        p.send(channel, message)
        if (message.find) state.missing++
      }
    if (message.find) test(p, state)
    return true
  },

  test(p, state, { level, fragment }, from) {
    if (level > state.level) return false
    if (fragment !== state.fragment) p.send(from, { type: 'accept' })
    else {
      if (state.marks[from] === 'basic') state.marks[from] = 'rejected'
      // Where both ends test the channel, the two tests answer each other.
      if (state.testing === from) test(p, state)
      else p.send(from, { type: 'reject' })
    }
    return true
  },

  accept(p, state, _, from) {
    state.testing = null
    improve(state, p.weight(from), from)
    report(p, state)
    return true
  },

  reject(p, state, _, from) {
    if (state.marks[from] === 'basic') state.marks[from] = 'rejected'
    test(p, state)
    return true
  },

  report(p, state, { best }, from) {
    if (from !== state.inward) {
      state.missing--
      improve(state, best, from)
      report(p, state)
    } else if (state.finding) return false
    else if (isLighter(state.best, best)) changeRoot(p, state)
    else if (best === null && state.best === null) halt(p, state)
    return true
  },

  'change-root'(p, state) {
    changeRoot(p, state)
    return true
  },
}

/** Handles a message: answers it, or lets it wait; then answers those that were waiting and need not any more. */
export function inTurn(p: P, state: GhsState, message: GhsMessage, from: Channel): void {
  const { waiting } = state
  if (!isAnswered(p, state, message, from)) {
    waiting.push({ message, from })
    return
  }
  for (let i = 0; i < waiting.length; )
    if (isAnswered(p, state, waiting[i]!.message, waiting[i]!.from)) {
      waiting.splice(i, 1)
      i = 0
    } else i++
}

function isAnswered(p: P, state: GhsState, message: GhsMessage, from: Channel): boolean {
  return (answers[message.type] as Answer<GhsMessage>)(p, state, message, from)
}

/** Tests the lightest channel of which nothing is known; where there is none, it may be time to report. */
function test(p: P, state: GhsState): void {
  while (state.next < p.degree && state.marks[state.byWeight[state.next]!] !== 'basic') state.next++
  state.testing = state.next < p.degree ? state.byWeight[state.next]! : null
  if (state.testing === null) report(p, state)
  else p.send(state.testing, { type: 'test', level: state.level, fragment: state.fragment! })
}

/** Reports inwards once all of the subtree has, and the own lightest outgoing channel is known. */
function report(p: P, state: GhsState): void {
  if (state.missing > 0 || state.testing !== null) return
  state.finding = false
  p.send(state.inward, { type: 'report', best: state.best })
}

/** Leads the fragment to its lightest outgoing channel, and over it. */
function changeRoot(p: P, state: GhsState): void {
  if (state.marks[state.bestChannel] === 'branch') p.send(state.bestChannel, { type: 'change-root' })
  else connect(p, state, state.bestChannel)
}

export function connect(p: P, state: GhsState, channel: Channel): void {
  markBranch(state, channel)
  p.send(channel, { type: 'connect', level: state.level })
}

function improve(state: GhsState, weight: number | null, channel: Channel): void {
  if (!isLighter(weight, state.best)) return
  state.best = weight
  state.bestChannel = channel
}

const isLighter = (a: number | null, b: number | null): boolean => a !== null && (b === null || a < b)

export function halt(p: P, state: GhsState): void {
  state.halted = true
  p.mark('halted')
}
