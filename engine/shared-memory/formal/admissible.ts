import type { Finding } from '../../model/index.ts'
import type { SharedConfiguration } from './configuration.ts'
import type { SharedMemoryExecution } from './exec.ts'

/**
 * Whether a finite execution is admissible as far as it goes, or the reason why not.
 *
 * In an admissible execution every processor takes infinitely many steps, and only one that is in its remainder section
 * may stop. Attiya & Welch, section 4.2. A finite execution is complete if all are there and want to enter no more.
 */
export function sharedAdmissible({ configurations }: SharedMemoryExecution): Finding {
  const { processors } = configurations.at(-1)!
  for (const [p, { section, line, passagesLeft }] of processors.entries())
    if (section !== 'remainder' || passagesLeft > 0)
      return `p_${p} takes no more steps, and is in its ${section} section, at line ${line}`
  return true
}

/**
 * Whether an execution can be repeated from some configuration for ever, and is admissible then: it ends in the
 * configuration that it repeats from, and everyone takes a step in between but those in their remainder sections. Otherwise
 * the reason why not. `from` counts the steps before the part that is repeated.
 */
export function sharedAdmissibleForEver(
  { configurations, steps }: SharedMemoryExecution,
  from: number,
): Finding {
  const first = configurations[from]!
  const last = configurations.at(-1)!
  if (from >= steps.length) return 'nothing is repeated'
  if (!sameSharedConfiguration(first, last))
    return 'it does not end in the configuration that it repeats from'
  const stepping = new Set(steps.slice(from).map(({ processor }) => processor))
  for (const [p, { section }] of last.processors.entries())
    if (!stepping.has(p) && section !== 'remainder')
      return `p_${p} takes no steps for ever, and is in its ${section} section`
  return true
}

/** Whether two configurations of a system are the same. */
export function sameSharedConfiguration(a: SharedConfiguration, b: SharedConfiguration): boolean {
  const text = ({ processors, values }: SharedConfiguration) => JSON.stringify([processors, values])
  return text(a) === text(b)
}
