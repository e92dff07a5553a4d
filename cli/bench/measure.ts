import { median } from 'simple-statistics'
import { Contestant } from './contestant-process.ts'
import type { Measurement } from './measurement.ts'
import { queues, referenceQueue } from './queues.ts'
import type { Workload } from './workloads.ts'

export interface Pace {
  /** The turns of each contestant. */
  readonly turns: number
  /** How long a turn takes, unless a single run takes longer. */
  readonly turnMilliseconds: number
  /** A contestant that has taken so long has no further turns. */
  readonly millisecondsMax: number
}

/** Times a workload with every queue, in turns, so that all meet the same weather. */
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
  const measured: Measurement[] = []
  for (const [i, { turns }] of contestants.entries()) {
    const { messages } = turns[0]!
    const milliseconds = median(turns.map((turn) => turn.milliseconds))
    const rate = (1000 * messages) / milliseconds
    const { name, title, reference } = workload
    const others = [...soFar, ...measured]
    const unit = others.find((one) => one.workload === reference && one.queue === referenceQueue)
    const ratio = names[i] === referenceQueue ? 1 : unit ? rate / unit.messages_per_second : null
    measured.push({
      workload: name,
      title,
      queue: names[i]!,
      messages,
      milliseconds,
      messages_per_second: rate,
      ratio,
    })
  }
  return measured
}
