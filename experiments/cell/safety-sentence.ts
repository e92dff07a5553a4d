import type { Manifest } from './manifest.ts'
import type { Row } from './row.ts'

/** When a run was held to the safety properties of its algorithm. */
type When = 'after every event' | 'after a sample of the events' | 'only at the end'

/**
 * One sentence on how runs were held to safety: “Safety was checked after every event in 20 runs, only at the end in 2.”
 * Null where no algorithm has a safety property.
 */
export function safetySentence(rows: readonly Row[], algorithms: Manifest['algorithms']): string | null {
  const safe = new Set(algorithms.flatMap(({ name, safety }) => (safety === undefined ? [] : name)))
  const counts = new Map<When, number>()
  const sampled = rows.filter(({ evidence, comp_events }) => evidence === 'sampled' && comp_events !== null)
  for (const { algorithm, extra } of sampled) {
    if (!safe.has(algorithm)) continue
    const when = whenChecked(extra.checked ?? null)
    counts.set(when, (counts.get(when) ?? 0) + 1)
  }
  const [first, ...others] = order.filter((when) => counts.has(when))
  if (first === undefined) return null
  if (others.length === 0) {
    const checked = counts.get(first)!
    const whose = checked < sampled.length ? ' of algorithms with safety properties' : ''
    return `Safety was checked ${first} ${ofAll(checked)}${whose}.`
  }
  const parts = [first, ...others].map((when) => `${when} in ${runs(counts.get(when)!)}`)
  return `Safety was checked ${parts.join(', ')}.`
}

const order = ['after every event', 'after a sample of the events', 'only at the end'] as const

/** What the column `checked` of runs.csv means. */
const whenChecked = (checked: Row['extra'][string]): When =>
  checked === null ? order[0] : checked === 'final' ? order[2] : order[1]

const ofAll = (count: number): string =>
  count === 1 ? 'in the only run' : count === 2 ? 'in both runs' : `in all ${runs(count)}`

const runs = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'run' : 'runs'}`
