import type { Tightness } from '../../reports/index.ts'

/** A point with what reports say of it: how much was searched, and over what; null where nothing is. */
export interface ToldTightness extends Tightness {
  readonly effort: string | null
  readonly scope: string | null
}

/**
 * How close the largest known costs come to their bounds: for each algorithm, network and measure a line with the
 * largest size at which the cost is exact, and the largest at which it is not, and over what it was looked for.
 */
export function describeTightness(all: readonly ToldTightness[]): string[] {
  if (all.length === 0) return []
  const lines = [...bySubject(all)].map(([text, points]) => {
    const exact = points.filter(({ evidence }) => evidence === 'exact')
    const others = points.filter((point) => !exact.includes(point))
    const told = [exact, others].flatMap((part) => (part.length === 0 ? [] : describe(largest(part))))
    const scope = largest(points).scope
    return [text, ...told, ...(scope === null ? [] : [`over every choice of ${scope}`])]
  })
  const widths = lines.reduce<number[]>(
    (wide, line) =>
      line.map((text, i) => Math.max(wide[i] ?? 0, text.length)).concat(wide.slice(line.length)),
    [],
  )
  const rows = lines.map(
    (line) =>
      `    ${line
        .map((text, i) => text.padEnd(widths[i]!))
        .join('   ')
        .trimEnd()}`,
  )
  return ['', '  largest known cost against its bound', ...rows]
}

/** What the list of `--json` says of each point. */
export function tightnessData(all: readonly ToldTightness[]): object[] {
  return all.map(({ row, claim, effort: _, scope: __, ...rest }) => {
    const { algorithm, topology, n, wakeup, inputs } = row
    return { algorithm, topology, n, wakeup, inputs, claim: claim && `${claim.kind} ${claim.text}`, ...rest }
  })
}

function subject({ row, measure, claim }: Tightness): string {
  const bound = claim === null ? '' : ` ${claim.kind} ${claim.text}`
  const inputs = row.inputs === 'random' ? '' : `, ${row.inputs}`
  return `${row.algorithm} on ${row.topology}${inputs}: ${measure}${bound}`
}

const largest = (points: readonly ToldTightness[]): ToldTightness =>
  points.reduce((a, b) => (b.row.n > a.row.n ? b : a))

/** “n = 6: 27/27 = 1 exact”, “n = 64: at least 2,059/2,144 = 0.96 searched, 2,000 runs”. */
function describe({ row, cost, bound, ratio, evidence, effort }: ToldTightness): string {
  const least = evidence === 'exact' ? '' : 'at least '
  const against = ratio === null ? '' : `/${number(bound!)} = ${Number(ratio.toPrecision(3))}`
  return `n = ${row.n}: ${least}${number(cost)}${against} ${evidence}${evidence === 'searched' && effort !== null ? `, ${effort}` : ''}`
}

const number = (value: number): string =>
  Number.isInteger(value) ? value.toLocaleString('en') : String(Number(value.toPrecision(4)))

/** By what they are about, in order. */
function bySubject(all: readonly ToldTightness[]): Map<string, ToldTightness[]> {
  const groups = new Map<string, ToldTightness[]>()
  for (const one of all) groups.set(subject(one), [...(groups.get(subject(one)) ?? []), one])
  return groups
}
