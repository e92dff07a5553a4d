/** The session problem: everyone acts again and again, in disjoint sessions. */

export { sessionsAsynchronous } from './sessions-asynchronous.ts'
export { sessionsInRounds } from './sessions-in-rounds.ts'
