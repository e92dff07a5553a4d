import pc from 'picocolors'
import type { Row, SharedResult } from '../../experiments/index.ts'

/** One run on shared memory, for people: who took steps, how it ended, what passages cost, and what was claimed. */
export function describeSharedRun({ row, execution, judgements }: SharedResult): string {
  const { measures } = execution
  const { operations } = measures
  const lines = [
    pc.bold(`${row.algorithm} on shared memory`),
    entry('processors', number(row.n)),
    entry(
      'run',
      `scheduler ${row.delay}; ${row.workload === undefined ? '' : `workload ${row.workload}; `}seed ${row.seed}`,
    ),
    entry('outcome', outcome(row)),
    entry('steps', `${number(measures.steps)}${row.time === null ? '' : `, until time ${number(row.time)}`}`),
    ...(operations === null ? passages(measures) : operationsOf(measures, operations)),
    entry('variables', `${number(measures.variables)}, ${bits(measures)}`),
    ...judgements.map(({ measure, claim, bound, verdict }) =>
      entry('claim', `${measure} ${claim.kind} ${claim.formula} = ${number(bound)}: ${coloured(verdict)}`),
    ),
  ]
  return `${lines.join('\n')}\n`
}

type Measures = SharedResult['execution']['measures']

function passages({ entries, contention, passage, solo, bypass }: Measures): string[] {
  return [
    entry('entries', `${number(entries)}; ${number(contention)} in a passage at once, at most`),
    ...costs('passages', passage),
    ...alone(solo),
    entry('bypass', number(bypass)),
  ]
}

function operationsOf(
  { contention }: Measures,
  { all, solo, byName }: NonNullable<Measures['operations']>,
): string[] {
  return [
    entry('operations', `${number(all?.passages ?? 0)}; ${number(contention)} at once, at most`),
    ...Object.entries(byName).flatMap(([name, kind]) => costs(name, kind.all)),
    ...alone(solo),
  ]
}

const costs = (name: string, summary: Summary | null): string[] =>
  summary === null
    ? []
    : [entry(name, `${number(summary.passages)}: the most in one, and the mean`), ...table(summary)]

const alone = (solo: Summary | null): string[] =>
  solo === null
    ? []
    : [entry('alone', `the same of ${number(solo.passages)} without contention`), ...table(solo)]

type Summary = NonNullable<SharedResult['execution']['measures']['passage']>

/** The names of counts for people, in their order. */
const words: Readonly<Record<keyof Summary['max'], string>> = {
  steps: 'steps',
  reads: 'reads',
  writes: 'writes',
  rmw: 'read-modify-writes',
  cc: 'remote, cache-coherent, write-through',
  'cc-write-back': 'remote, cache-coherent, write-back',
  dsm: 'remote, distributed',
}

const table = ({ max, mean }: Summary): string[] =>
  (Object.keys(words) as (keyof Summary['max'])[]).map(
    (count) =>
      `    ${words[count].padEnd(38)} ${number(max[count]).padStart(8)} ${number(mean[count]).padStart(10)}`,
  )

function bits({ bits, bitsUsed }: SharedResult['execution']['measures']): string {
  return bits === null ? `without a bound; ${number(bitsUsed)} bits were used` : `${number(bits)} bits`
}

function outcome({ outcome, detail }: Row): string {
  const word = outcome === 'terminated' ? pc.green(outcome) : pc.red(outcome)
  return detail === null ? word : `${word}: ${detail}`
}

const coloured = (verdict: string): string =>
  verdict === 'held' ? pc.green(verdict) : verdict === 'violated' ? pc.red(verdict) : verdict

const entry = (name: string, value: string): string => `  ${name.padEnd(18)} ${value}`

/** Thousands apart; as many digits as say something. */
const number = (value: number): string =>
  Number.isInteger(value) ? value.toLocaleString('en') : String(Number(value.toPrecision(4)))
