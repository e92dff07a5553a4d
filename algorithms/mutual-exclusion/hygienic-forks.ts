import type { Channel, Processor } from '../../engine/index.ts'

/** Neighbours share a fork; whoever may ask for it holds its request. */
export type ForkMessage = { readonly type: 'request' } | { readonly type: 'fork' }

/** What a philosopher knows of its forks. */
export interface Forks {
  /** By channel, the fork. */
  readonly forks: ('elsewhere' | 'dirty' | 'clean')[]
  /** By channel, whether the request is here: who has it may ask for the fork, or, with the fork, has been asked for it. */
  readonly requests: boolean[]
  /** By channel, whether the fork was here first. */
  readonly first: readonly boolean[]
  mood: 'thinks' | 'is hungry' | 'eats'
  meals: number
}

const REQUEST: ForkMessage = { type: 'request' }
const FORK: ForkMessage = { type: 'fork' }

/** Of two neighbours, the one with the smaller identifier has the fork first, dirty; so they wait in no circle. */
export function laidForks(id: number, neighborIds: readonly number[]): Forks {
  const first = neighborIds.map((other) => id < other)
  return {
    forks: first.map((here) => (here ? 'dirty' : 'elsewhere')),
    requests: first.map((here) => !here),
    first,
    mood: 'thinks',
    meals: 0,
  }
}

/** It asks for all forks that are elsewhere, and eats if none is. */
export function becomeHungry(p: Processor<ForkMessage>, state: Forks): void {
  state.mood = 'is hungry'
  for (let channel = 0; channel < p.degree; channel++) askForFork(p, state, channel)
  eatIfPossible(state)
}

/** Its forks are dirty, and go to those who have asked for them. */
export function finishMeal(p: Processor<ForkMessage>, state: Forks): void {
  state.mood = 'thinks'
  state.meals++
  state.forks.fill('dirty')
  for (let channel = 0; channel < p.degree; channel++) giveUpFork(p, state, channel)
}

/** Upon receiving a request. */
export function forkRequested(p: Processor<ForkMessage>, state: Forks, from: Channel): void {
  state.requests[from] = true
  if (giveUpFork(p, state, from)) askForFork(p, state, from)
}

/** Upon receiving a fork: it is clean, and the philosopher eats if it was the last one missing. */
export function forkArrived(state: Forks, from: Channel): void {
  state.forks[from] = 'clean'
  eatIfPossible(state)
}

function eatIfPossible(state: Forks): void {
  if (state.mood === 'is hungry' && !state.forks.includes('elsewhere')) state.mood = 'eats'
}

/** Asks for a fork that is elsewhere, if it is hungry and has not yet asked. */
function askForFork(p: Processor<ForkMessage>, state: Forks, channel: Channel): void {
  if (state.mood !== 'is hungry' || state.forks[channel] !== 'elsewhere' || !state.requests[channel]) return
  state.requests[channel] = false
  p.send(channel, REQUEST)
}

/** Gives up a fork for which it was asked, if that is dirty and not in use; whether it did. */
function giveUpFork(p: Processor<ForkMessage>, state: Forks, channel: Channel): boolean {
  if (state.mood === 'eats' || state.forks[channel] !== 'dirty' || !state.requests[channel]) return false
  state.forks[channel] = 'elsewhere'
  p.send(channel, FORK)
  return true
}

/** How many of its forks are not where they were first, as far as it has them. */
export const movedForks = ({ forks, first }: Forks): number =>
  forks.filter((fork, channel) => fork !== 'elsewhere' && !first[channel]).length
