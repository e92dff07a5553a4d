import { type Play, WAKES } from '../../engine/index.ts'

/**
 * The largest solution of t(i) ≤ t(i + 1) and t(processed) ≤ t(sent) + 1 with wake-ups at 0: shortest paths from the
 * wake-ups, by Bellman and Ford.
 */
export function largestTimes({ steps, messages }: Play): number[] {
  const times: number[] = steps.map(({ message }) => (message === WAKES ? 0 : Number.POSITIVE_INFINITY))
  for (let changed = true; changed; ) {
    changed = false
    const lower = (i: number, time: number) => {
      if (time >= times[i]!) return
      times[i] = time
      changed = true
    }
    for (const [i, { message }] of steps.entries()) {
      if (i + 1 < steps.length) lower(i, times[i + 1]!)
      if (message !== WAKES) lower(i, times[messages[message]!.sentIn]! + 1)
    }
  }
  return times
}
