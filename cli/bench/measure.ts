import { median } from 'simple-statistics'
import type { TurnResult } from './contestant.ts'
import { Contestant } from './contestant-process.ts'
import type { Measurement } from './measurement.ts'
import { queues, referenceQueue } from './queues.ts'
import type { Workload } from './workload.ts'

/** How long is measured. */
export interface Pace {
  /** The turns of each contestant. */
  readonly turns: number
  /** How long a turn takes, unless a single run takes longer. */
  readonly turnMilliseconds: number
  /** A contestant that has taken so long has no further turns. */
  readonly millisecondsMax: number
}

/**
 * Times a workload with every queue, in turns, so that all meet the same weather. `soFar` has the workloads that were
 * measured before, as one of them may be what the ratios refer to.
 */
export async function measure(
  workload: Workload,
  pace: Pace,
  soFar: readonly Measurement[],
): Promise<Measurement[]> {
  const names = workload.queued ? Object.keys(queues) : [null]
  const contestants = names.map((queue) => new Contestant(workload.name, queue))
  try {
    await Promise.all(contestants.map((contestant) => contestant.ready()))
    for (let turn = 0; turn < pace.turns; turn++)
      for (const contestant of contestants)
        if (contestant.milliseconds <= pace.millisecondsMax)
          await contestant.takeTurn({ milliseconds: pace.turnMilliseconds })
  } finally {
    for (const contestant of contestants) contestant.end()
  }
  const measured = contestants.map(({ turns }, i) => summary(workload, names[i]!, turns))
  const unit = [...soFar, ...measured].find(
    (one) => one.workload === workload.reference && one.queue === referenceQueue,
  )
  return measured.map((one) => ({
    ...one,
    ratio: unit === undefined ? null : one.messages_per_second / unit.messages_per_second,
  }))
}

function summary({ name, title }: Workload, queue: string | null, turns: readonly TurnResult[]) {
  const { messages } = turns[0]!
  const milliseconds = median(turns.map((turn) => turn.milliseconds))
  const messages_per_second = (1000 * messages) / milliseconds
  return { workload: name, title, queue, messages, milliseconds, messages_per_second }
}
