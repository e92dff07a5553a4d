import pc from 'picocolors'
import type { AnyAlgorithm, ForcedSkew, ShiftedExecution } from '../../engine/index.ts'
import { skewTheorem } from '../../engine/index.ts'
import { entry } from './entry.ts'

/** The executions that were shifted to keep clocks apart, and where the worst of them was written. */
interface ToldSkew {
  readonly algorithm: AnyAlgorithm
  readonly found: ForcedSkew
  readonly file: string | null
}

/** Whether clocks were kept as far apart as the theorem says, but for the rounding of times. */
export const skewHolds = ({ worst, bound }: ForcedSkew): boolean => (worst.skew ?? 0) >= bound - 1e-9

/** For machines. */
export function skewJson({ algorithm, found, file }: ToldSkew): object {
  const { n, uncertainty, bound, executions, worst, sound } = found
  return {
    theorem: 'clocks',
    algorithm: algorithm.name,
    n,
    uncertainty,
    bound,
    skew: worst.skew,
    holds: sound && skewHolds(found),
    executions: executions.map(({ left, skew, outcome, alike, legal }) => ({
      left,
      skew,
      outcome: outcome.kind,
      alike,
      legal,
    })),
    execution: { file, left: worst.left },
  }
}

/** For people. */
export function describeSkew({ algorithm, found, file }: ToldSkew): string {
  const { n, uncertainty: u, bound, executions, worst, sound } = found
  const held = sound && skewHolds(found)
  const theorem = `${skewTheorem} = ${rounded(bound)}`
  const lines = [
    pc.bold(`${algorithm.name} on ${n} processors, in executions that none of them can tell apart`),
    entry('delays', `in [1 − u, 1], where u = ${u}`),
    entry(
      'skew',
      worst.skew === null
        ? pc.red('not known: no execution came to its end')
        : `${rounded(worst.skew)}; no algorithm can promise less than ${theorem}: ${held ? pc.green('held') : pc.red('not shown')}`,
    ),
    entry(
      'execution',
      file === null ? 'write the worst with --record FILE' : `the worst was written to ${file}`,
    ),
    '',
    `  ${'later by u'.padEnd(18)}${'skew'.padStart(12)}  ${'the same views'.padEnd(16)}verified`,
    ...executions.map((one) => row(one, n)),
  ]
  return `${lines.join('\n')}\n`
}

function row({ left, skew, outcome, alike, legal }: ShiftedExecution, n: number): string {
  const who = left === n ? 'nobody' : left === n - 1 ? `p_${n - 1}` : `p_${left} to p_${n - 1}`
  const apart = skew === null ? outcome.kind : String(rounded(skew))
  return `  ${who.padEnd(18)}${apart.padStart(12)}  ${told(alike).padEnd(16)}${told(legal)}`
}

const told = (finding: true | string): string => (finding === true ? 'yes' : pc.red(finding))

/** Without the last digits, which are those of rounding. */
const rounded = (value: number): number => Number(value.toPrecision(6))
