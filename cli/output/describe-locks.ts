import pc from 'picocolors'
import type { ForcedRegisters, SharedMemoryAlgorithm } from '../../engine/index.ts'
import { entry } from './entry.ts'

/** What the lower bound for locks came to, and where the record was written. */
interface ToldRegisters {
  readonly algorithm: SharedMemoryAlgorithm
  readonly found: ForcedRegisters
  readonly file: string | null
}

/** For machines. */
export function registersJson({ algorithm, found, file }: ToldRegisters): object {
  const { n, registers, violated, covered, recorded } = found
  return {
    theorem: 'locks',
    algorithm: algorithm.name,
    ...{ n, bound: n, registers, violated, covered },
    execution: { steps: recorded.end.steps, file },
  }
}

/** For people. */
export function describeRegisters({ algorithm, found, file }: ToldRegisters): string {
  const { n, registers, violated, covered, recorded } = found
  const all = covered.map((name, p) => `p_${p} covers ${name}`).join(', ')
  const { steps } = recorded.end
  const verdicts = {
    'mutual exclusion': `violated: after ${steps} steps two are in the critical section`,
    'no deadlock': `violated: after ${steps} steps somebody tries for ever, and nobody enters`,
  }
  const lines = [
    pc.bold(`${algorithm.name}, ${n} processors: how many registers does a lock take?`),
    entry('registers', `${registers}; the theorem says n = ${n}, unless there is a deadlock`),
    entry('covered', covered.length === 0 ? 'none' : all),
    entry(
      violated ?? 'verdict',
      violated === null
        ? pc.green(`${n} registers are covered at once, so there are enough`)
        : pc.red(verdicts[violated]),
    ),
    entry('execution', file === null ? 'write it with --record FILE' : `written to ${file}`),
  ]
  return `${lines.join('\n')}\n`
}
