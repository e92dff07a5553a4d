import pc from 'picocolors'
import type { Row, SharedResult } from '../../experiments/index.ts'

/** One run on shared memory, for people: who took steps, how it ended, what passages cost, and what was claimed. */
export function describeSharedRun({ row, execution, judgements }: SharedResult): string {
  const { measures } = execution
  const { passage, solo } = measures
  const lines = [
    pc.bold(`${row.algorithm} on shared memory`),
    entry('processors', number(row.n)),
    entry('run', `scheduler ${row.delay}; seed ${row.seed}`),
    entry('outcome', outcome(row)),
    entry('steps', `${number(measures.steps)}${row.time === null ? '' : `, until time ${number(row.time)}`}`),
    entry(
      'entries',
      `${number(measures.entries)}; ${number(measures.contention)} in a passage at once, at most`,
    ),
    entry('variables', `${number(measures.variables)}, ${bits(measures)}`),
    ...(passage === null ? [] : [entry('passages', 'the most in one, and the mean'), ...table(passage)]),
    ...(solo === null
      ? []
      : [entry('alone', `the same of ${number(solo.passages)} without contention`), ...table(solo)]),
    entry('bypass', number(measures.bypass)),
    ...judgements.map(({ measure, claim, bound, verdict }) =>
      entry('claim', `${measure} ${claim.kind} ${claim.formula} = ${number(bound)}: ${coloured(verdict)}`),
    ),
  ]
  return `${lines.join('\n')}\n`
}

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
