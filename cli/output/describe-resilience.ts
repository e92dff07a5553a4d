import pc from 'picocolors'
import type { ResilienceCell, ResilienceMap } from '../../experiments/index.ts'
import { describeScript } from './describe-script.ts'

/** For machines. */
export const resilienceJson = (maps: readonly ResilienceMap[]): object =>
  maps.map(({ algorithm, faults, cells }) => ({
    algorithm: algorithm.name,
    faults,
    resilience: algorithm.requires.resilience ?? null,
    systems: cells.map(({ broken, ...cell }) => ({
      ...cell,
      safe: broken === null,
      broken: broken && { property: broken.property, reason: broken.reason, script: broken.script },
    })),
  }))

const columns = [
  ...['algorithm', 'faults', 'n', 'f', 'promised', 'verdict', 'evidence', 'executions', 'cut'],
  ...['messages', 'rounds', 'property', 'reason', 'file'],
]

/** One line for each system. */
export function resilienceCsv(maps: readonly ResilienceMap[]): string {
  const lines = maps.flatMap((map) =>
    map.cells.map((cell) => {
      const { n, f, faults, beyond, broken, evidence, executions, cut, costs } = cell
      const verdict = broken === null ? 'safe' : 'broken'
      return [
        ...[map.algorithm.name, faults, n, f, beyond === null, verdict, evidence, executions, cut],
        ...[costs?.messages ?? '', costs?.rounds ?? '', broken?.property ?? '', broken?.reason ?? ''],
        broken === null ? '' : recordName(map, cell),
      ]
    }),
  )
  return [columns, ...lines].map((line) => `${line.map(quoted).join()}\n`).join('')
}

const quoted = (value: string | number | boolean): string => {
  const text = String(value)
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The name of the file of a counterexample, within the folder of the maps. */
export const recordName = ({ algorithm }: ResilienceMap, { n, f }: ResilienceCell): string =>
  `counterexamples/${algorithm.name.replaceAll(/[^\w.-]+/g, '-')}-n${n}-f${f}.execution.jsonl`

/** For people: a table for each algorithm, a line for each f, then what breaks it. */
export const describeResilience = (maps: readonly ResilienceMap[]): string =>
  maps.map((map) => `${describeMap(map).join('\n')}\n`).join('\n')

function describeMap({ algorithm, faults, cells }: ResilienceMap): string[] {
  const sizes = [...new Set(cells.map(({ n }) => n))]
  const bounds = [...new Set(cells.map(({ f }) => f))]
  const texts = new Map(cells.map((cell) => [`${cell.n} ${cell.f}`, verdictOf(cell)]))
  const width = 2 + Math.max(7, ...[...texts.values()].map((text) => text.length))
  const promise = algorithm.requires.resilience
  return [
    pc.bold(
      `${algorithm.name}: ${faults} faults${promise === undefined ? '' : `; in brackets where ${promise} does not hold, or more is asked than is promised`}`,
    ),
    `         ${sizes.map((n) => `n = ${n}`.padEnd(width)).join('')}`.trimEnd(),
    ...bounds.map((f) =>
      `  f = ${f}  ${sizes.map((n) => (texts.get(`${n} ${f}`) ?? '').padEnd(width)).join('')}`.trimEnd(),
    ),
    ...cells.filter(({ broken }) => broken !== null).flatMap(describeBroken),
  ]
}

/** In brackets where nothing is promised. */
const verdictOf = (cell: ResilienceCell): string => {
  const text = cell.broken === null ? safety(cell) : 'broken'
  return cell.beyond === null ? text : `(${text})`
}

/** How safe a system is that nothing is known to break. */
export function safety({ evidence, executions, cut }: ResilienceCell): string {
  if (cut > 0) return `safe, no end in ${number(cut)} of ${number(executions)}`
  return evidence === 'exhaustive'
    ? `safe, all ${number(executions)}`
    : `safe, ${number(executions)} searched`
}

function describeBroken({ n, f, broken }: ResilienceCell): string[] {
  const { property, reason, script } = broken!
  return [
    `  n = ${n}, f = ${f}: ${pc.red(property)}: ${reason}`,
    ...(script === null ? [] : describeScript(script).map((line) => `      ${line}`)),
  ]
}

const number = (value: number): string =>
  value < 1e9 ? value.toLocaleString('en') : value.toExponential(1).replace('e+', '·10^')
