import { groupBy } from '../group-by.ts'
import type { Comparison } from '../statistics/comparison.ts'
import type { Group } from '../statistics/groups.ts'
import { isOnlySeen, type Outcome, outcomeOf } from './outcome.ts'

/** What three or more algorithms come to in one setting, by one cost. */
export interface Place {
  readonly key: Comparison['key']
  /** The largest size that counts; 0 if there is none. */
  readonly n: number
  /** Those that surely cost less than all others, and are alike among each other; empty if that cannot be told. */
  readonly cheapest: readonly string[]
  /** Where there is only one: (its cost) / (that of the next); null where there is no such ratio. */
  readonly ratio: number | null
  /** What it was at smaller sizes; null if it was never surely another. */
  readonly before: Before | null
  /** Whether some algorithm has no cost at the largest size that was run. */
  readonly isCut: boolean
  readonly isOnlySeen: boolean
}

/** Which were the cheapest before the order changed, up to which n, and from which n on it is as at the end; `mixed` if there is no such n. */
type Before = { readonly names: readonly string[]; readonly to: number; readonly from: number } | 'mixed'

/**
 * `members` compare all pairs of one setting, `groups` are its runs. A size counts only if all algorithms that ran in the
 * setting came to their end there.
 */
export function placeOf(members: readonly Comparison[], groups: readonly Group[]): Place {
  const ran = new Set(groups.map(({ key }) => key.algorithm)).size
  // Every pair of them was compared there.
  const whole = [...groupBy(members, ({ key }) => String(key.n)).values()]
    .filter((sizes) => sizes.length === (ran * (ran - 1)) / 2)
    .sort(([a], [b]) => a!.key.n - b!.key.n)
  const sizes = whole.map((compared) => ({ n: compared[0]!.key.n, cheapest: cheapestOf(compared) }))
  const largest = sizes.at(-1)
  return {
    key: members[0]!.key,
    n: largest?.n ?? 0,
    cheapest: largest?.cheapest ?? [],
    ratio: largest?.cheapest.length === 1 ? ratioToNext(largest.cheapest[0]!, whole.at(-1)!) : null,
    before: beforeOf(sizes),
    isCut: groups.some(({ key }) => key.n > (largest?.n ?? 0)),
    isOnlySeen: whole.at(-1)?.some(isOnlySeen) ?? false,
  }
}

/** How the cost of the cheapest algorithm compares with that of the next. */
function ratioToNext(cheapest: string, comparisons: readonly Comparison[]): number | null {
  const ratios = comparisons.flatMap(({ key, other, ratio }) => {
    if (other === cheapest) return [ratio]
    return key.algorithm === cheapest ? [ratio && 1 / ratio] : []
  })
  return ratios.reduce((most, ratio) => (most === null || ratio === null ? null : Math.max(most, ratio)), 0)
}

type Size = { readonly n: number; readonly cheapest: readonly string[] }

/** `sizes` are by ascending n. */
function beforeOf(sizes: readonly Size[]): Before | null {
  const now = sizes.at(-1)?.cheapest ?? []
  const isOther = ({ cheapest }: Size) => cheapest.length > 0 && !cheapest.some((name) => now.includes(name))
  const others = sizes.filter(isOther)
  const [first] = others
  if (now.length === 0 || first === undefined) return null
  const same = ({ cheapest }: Size) => cheapest.join() === first.cheapest.join()
  if (!others.every(same) || !sizes.slice(0, others.length).every(isOther)) return 'mixed'
  const from = sizes.find(({ cheapest }) => cheapest.join() === now.join())!
  // Between the two it may be that nothing can be told.
  const rest = sizes.slice(sizes.indexOf(from))
  if (!rest.every(({ cheapest }) => cheapest.join() === now.join())) return 'mixed'
  return { names: first.cheapest, to: others.at(-1)!.n, from: from.n }
}

/** The algorithms that are alike among each other and surely cost less than every other; none if there are no such. */
function cheapestOf(comparisons: readonly Comparison[]): string[] {
  const opposite = { less: 'more', more: 'less', tie: 'tie', open: 'open' } as const
  const sides = comparisons.flatMap((one) => {
    const outcome = outcomeOf(one)
    return [
      { algorithm: one.key.algorithm, rival: one.other, outcome: opposite[outcome] as Outcome },
      { algorithm: one.other, rival: one.key.algorithm, outcome },
    ]
  })
  const byAlgorithm = [...groupBy(sides, ({ algorithm }) => algorithm)]
  const first = byAlgorithm.filter(([, own]) =>
    own.every(({ outcome }) => outcome === 'less' || outcome === 'tie'),
  )
  const names = first.map(([algorithm]) => algorithm)
  // Alike within 1% is no relation that adds up: all of them must be alike with each other.
  const alike = first.every(([, own]) =>
    own.every(({ rival, outcome }) => outcome === 'less' || names.includes(rival)),
  )
  return alike ? names : []
}
