import pc from 'picocolors'
import { cellOf, describeCell, type Row } from '../../experiments/index.ts'
import type { Changes, CostChange } from '../../reports/index.ts'
import { short } from './progress-line.ts'

/** At most so many changes of a kind are named; --json names all. */
const mostNamed = 20

/** The folders that were compared, and how. */
interface Comparison {
  readonly before: string
  readonly now: string
  /** Percent. */
  readonly threshold: number
  readonly json?: true
}

/** What changed between two results: what is worse first, the largest changes first. */
export function describeChanges(comparison: Comparison, changes: Changes): string {
  const { before, now, threshold } = comparison
  if (comparison.json) return `${JSON.stringify({ before, now, threshold, ...asData(changes) })}\n`
  const { points, costs, troubles, onlyBefore, onlyNow } = changes
  const of = (verdict: CostChange['verdict']) =>
    costs
      .filter((cost) => cost.verdict === verdict)
      .sort((a, b) => Math.abs(Math.log(b.ratio)) - Math.abs(Math.log(a.ratio)))
  const counts = { rise: of('rise'), fall: of('fall'), unclear: of('unclear'), same: of('same') }
  return [
    `${before} → ${now}: ${points} points in both`,
    ...(onlyBefore.length > 0
      ? [`  ${onlyBefore.length} only in ${before}, such as ${about(onlyBefore[0]!)}`]
      : []),
    ...(onlyNow.length > 0 ? [`  ${onlyNow.length} only in ${now}, such as ${about(onlyNow[0]!)}`] : []),
    ...named(
      troubles.map(({ at, kind, ...runs }) => {
        const text = `${about(at)}: ${runs.before} runs ${kind} before, ${runs.now} now`
        return `  ${runs.now > runs.before ? pc.red(text) : pc.green(text)}`
      }),
    ),
    ...named(counts.rise.map((change) => `  ${pc.red('rise')}     ${describe(change)}`)),
    ...named(counts.fall.map((change) => `  ${pc.green('fall')}     ${describe(change)}`)),
    ...named(counts.unclear.map((change) => `  unclear  ${describe(change)}`)),
    `  of ${costs.length} costs ${counts.rise.length} rose and ${counts.fall.length} fell by more than ${threshold}%, ` +
      `${counts.unclear.length} are unclear, ${counts.same.length} the same`,
    '',
  ].join('\n')
}

function named(lines: readonly string[]): string[] {
  const more = lines.length - mostNamed
  return more > 0 ? [...lines.slice(0, mostNamed), `  … and ${more} more; --json names all`] : [...lines]
}

/** “messages 350 → 420 (× 1.2, 1.18 to 1.22), lcr on ring, n = 64, …”. */
function describe({ at, measure, before, now, ratio, interval }: CostChange): string {
  const range = interval === null ? '' : `, ${factor(interval.low)} to ${factor(interval.high)}`
  return `${measure} ${short(before)} → ${short(now)} (× ${factor(ratio)}${range})  ${about(at)}`
}

const factor = (value: number): string => String(Number(value.toPrecision(3)))

/** The point of a row: its cell without the replicate. */
const about = (row: Row): string => describeCell(cellOf(row)).replace(/, replicate \d+$/, '')

function asData({ costs, troubles, onlyBefore, onlyNow, ...rest }: Changes): object {
  const point = (row: Row) => {
    const { replicate: _, seed: __, ...coordinates } = cellOf(row)
    return coordinates
  }
  return {
    ...rest,
    costs: costs.map(({ at, ...cost }) => ({ point: point(at), ...cost })),
    troubles: troubles.map(({ at, ...trouble }) => ({ point: point(at), ...trouble })),
    only_before: onlyBefore.map(point),
    only_now: onlyNow.map(point),
  }
}
