import type { Row } from '../cell/index.ts'

/** What the replicates of a group are counted by. */
export type GroupMeasure = 'messages' | 'time'

/** What a run of a group has cost; null if it did not come to its end. */
export type Cost =
  | (Readonly<Record<GroupMeasure, number>> & {
      /** Whether a claim that every execution costs exactly so much held on the run. */
      readonly exact: Readonly<Record<GroupMeasure, boolean>>
    })
  | null

export function costOf({ outcome, messages, time, verdicts }: Row): Cost {
  const isComplete = outcome === 'terminated' || outcome === 'quiescent'
  if (!isComplete || messages === null || time === null) return null
  const isExact = (measure: GroupMeasure) =>
    verdicts.some(({ claim, verdict }) => verdict === 'held' && claim.startsWith(`${measure}/exactly/`))
  return { messages, time, exact: { messages: isExact('messages'), time: isExact('time') } }
}
