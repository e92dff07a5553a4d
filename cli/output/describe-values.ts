import pc from 'picocolors'
import type { ForcedValues, SharedMemoryAlgorithm } from '../../engine/index.ts'
import { entry } from './entry.ts'

/** What the lower bound for values came to, and where the record was written. */
interface ToldValues {
  readonly algorithm: SharedMemoryAlgorithm
  readonly found: ForcedValues
  readonly file: string | null
}

/** For machines. */
export function valuesJson({ algorithm, found, file }: ToldValues): object {
  const { n, contents, bypassed, violated, recorded } = found
  return {
    theorem: 'values',
    algorithm: algorithm.name,
    ...{ n, bound: n, contents, bypassed, violated },
    execution: { steps: recorded.end.steps, file },
  }
}

/** For people. */
export function describeValues({ algorithm, found, file }: ToldValues): string {
  const { n, contents } = found
  const lines = [
    pc.bold(`${algorithm.name}, ${n} processors: how many contents of the shared memory does a lock take?`),
    entry('theorem', `${n} of them, unless there is a deadlock or a bypass without bound`),
    ...contents.map((values, i) =>
      entry(
        i === 0 ? 'contents' : '',
        `${values.join(' ')} ${i === 0 ? 'when p_0 has entered' : `when p_${i} waits, too`}`,
      ),
    ),
    verdict(found),
    entry('execution', file === null ? 'write it with --record FILE' : `written to ${file}`),
  ]
  return `${lines.join('\n')}\n`
}

function verdict({ n, bypassed, violated }: ForcedValues): string {
  if (violated !== null) return entry(violated, pc.red('violated'))
  if (bypassed === null)
    return entry('verdict', pc.green(`${n} contents that all differ, so there are enough`))
  const by = bypassed.by.map((p) => `p_${p}`).join(', ')
  return entry(
    'bypass',
    `no bound: p_${bypassed.processor} waits, which ${by} cannot tell, and ${bypassed.by.length === 1 ? 'enters' : 'enter'} for ever`,
  )
}
