import type { Value } from '../../model/index.ts'
import { sameValue, valueKey } from '../same-value.ts'
import type { Monitor } from './monitor.ts'

/** What is known of a register with one writer at a time. */
interface Standing {
  /** What was written last by a write that is over. */
  readonly value: Value
  /** Who is writing, and what; null if nobody is. */
  readonly writing: { readonly processor: number; readonly value: Value } | null
  /** By processor that reads, what it may answer; null if anything. */
  readonly reads: readonly (readonly [processor: number, allowed: readonly Value[] | null])[]
}

/**
 * Regularity of a register whose writes do not overlap (Lamport 1986): a read answers with what the last write before it wrote, or
 * one of those that overlap it. Its state has what is written, and for each read that goes on what it may answer.
 */
export const regularityMonitor = (initial: Value): Monitor<Standing> => monitor(initial, false)

/** Safety in the sense of Lamport: a read that no write overlaps answers with what was written last; any other with anything. */
export const safetyMonitor = (initial: Value): Monitor<Standing> => monitor(initial, true)

function monitor(initial: Value, anything: boolean): Monitor<Standing> {
  const with_ = (allowed: readonly Value[] | null, value: Value): readonly Value[] | null =>
    anything || allowed === null ? null : distinct([...allowed, value])
  return {
    initial: { value: initial, writing: null, reads: [] },
    invoked(standing, processor, operation, argument) {
      const { value, writing, reads } = standing
      if (operation === 'write') {
        if (writing !== null)
          throw new RangeError(
            `p_${processor} writes while p_${writing.processor} does; a register whose writes overlap is neither regular nor safe`,
          )
        return {
          value,
          writing: { processor, value: argument },
          reads: reads.map(([reader, allowed]) => [reader, with_(allowed, argument)]),
        }
      }
      const allowed = writing === null ? [value] : with_([value], writing.value)
      return { ...standing, reads: [...reads, [processor, allowed] as const].sort(([a], [b]) => a - b) }
    },
    answered(standing, processor, result) {
      const { writing, reads } = standing
      if (writing?.processor === processor) return { ...standing, value: writing.value, writing: null }
      const [, allowed] = reads.find(([reader]) => reader === processor)!
      if (allowed !== null && !allowed.some((value) => sameValue(value, result))) return null
      return { ...standing, reads: reads.filter(([reader]) => reader !== processor) }
    },
  }
}

const distinct = (values: readonly Value[]): Value[] =>
  [...new Map(values.map((value) => [valueKey(value), value]))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, value]) => value)
