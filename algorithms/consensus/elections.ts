import { type ConfigurationView, isFaulty, type Message, type Processor } from '../../engine/index.ts'

/** How often a server stands for election, and how many heartbeats it sends; else it would go on for ever where there is no majority. */
export const attemptsMax = 1000

/** How long a leader is silent at most. */
export const heartbeat = 3

/** The shortest time without a leader after which an election begins; the longest is twice as long. */
const patience = 10

/** Waits for a leader, for a time of its own, so that seldom two begin an election at once. */
export function awaitLeader<M extends Message>(p: Processor<M>): void {
  p.setTimer('election', patience * (1 + p.random()))
}

/** Whether so many others and the processor itself are a majority. */
export const isMajority = (others: number, { n }: { readonly n: number }): boolean => 2 * (others + 1) > n

/** Whether a processor has failed for good: it is not waited for any more. Who is still to fail may do something before. */
export const isGone = (configuration: ConfigurationView, p: number): boolean =>
  isFaulty(configuration, p) && configuration.crashed?.(p) === true
