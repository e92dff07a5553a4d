import pc from 'picocolors'
import { type AnyAlgorithm, type ForcedSessions, sessionsTheorem } from '../../engine/index.ts'
import { entry } from './entry.ts'

/** What the lower bound for sessions came to, and where the record was written. */
interface ToldSessions {
  readonly algorithm: AnyAlgorithm
  readonly found: ForcedSessions
  readonly file: string | null
}

/** For machines. */
export function sessionsJson({ algorithm, found, file }: ToldSessions): object {
  const { reordered, ...rest } = found
  return {
    theorem: 'sessions',
    algorithm: algorithm.name,
    ...rest,
    reordered: reordered && { sessions: reordered.sessions, legal: reordered.legal, file },
  }
}

/** For people. */
export function describeSessions({ algorithm, found, file }: ToldSessions): string {
  const { n, sessions: s, bound, took, reordered } = found
  const lines = [
    pc.bold(`${algorithm.name} on a path of ${n}: ${s} sessions`),
    entry(
      'took',
      `${took} units of time if every delay is 1; the theorem says ${sessionsTheorem} = ${bound}`,
    ),
    ...(reordered === null
      ? [entry('verdict', pc.green('slow enough'))]
      : [
          entry('verdict', pc.red('too fast')),
          entry(
            'reordered',
            `the same steps in another order have ${reordered.sessions} of ${s} sessions, and nobody can tell`,
          ),
          entry('verified', reordered.legal === true ? 'yes' : pc.red(reordered.legal)),
          entry('execution', file === null ? 'write it with --record FILE' : `written to ${file}`),
        ]),
  ]
  return `${lines.join('\n')}\n`
}
