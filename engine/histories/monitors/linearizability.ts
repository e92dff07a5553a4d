import type { Value } from '../../model/index.ts'
import type { SequentialObject } from '../objects/sequential-object.ts'
import { sameValue, valueKey } from '../same-value.ts'
import type { Monitor } from './monitor.ts'

/** An operation without an answer. */
interface Pending {
  readonly processor: number
  readonly operation: string
  readonly argument: Value
  /** Its answer, if it has taken effect. */
  readonly effect?: { readonly result: Value; readonly any: boolean }
}

/** One way in which things may stand: the state of the object, and which pending operations have taken effect. */
interface Way {
  readonly object: unknown
  /** In the order of the processors. */
  readonly pending: readonly Pending[]
}

/**
 * Linearizability as a monitor. Its state is the set of all ways in which things may stand: in each, the completed operations
 * have taken effect one after the other, each between its invocation and its response and with the answer that it gave, and
 * some of the pending ones have, too.
 *
 * That is right. An invocation adds a pending operation to every way, and then every pending operation may take effect in every way,
 * in any order; the set is closed under that. A response keeps the ways in which its operation has taken effect with its
 * answer. So a way is in the set exactly if points can be chosen, one in the interval of each operation that has taken effect,
 * at which the object gives the answers that were given; and a history is linearizable exactly if such points exist, that is,
 * if the set is not empty. What happens to the set afterwards depends on the set alone.
 */
export function linearizabilityMonitor(object: SequentialObject): Monitor<readonly Way[]> {
  return {
    initial: [{ object: object.initial, pending: [] }],
    invoked: (ways, processor, operation, argument) =>
      closed(
        object,
        ways.map((way) => ({
          ...way,
          pending: [...way.pending, { processor, operation, argument }].sort(
            (a, b) => a.processor - b.processor,
          ),
        })),
      ),
    answered(ways, processor, result) {
      const left = ways.flatMap((way) => {
        const { effect } = way.pending.find((each) => each.processor === processor)!
        if (effect === undefined || !(effect.any || sameValue(effect.result, result))) return []
        return [{ ...way, pending: way.pending.filter((each) => each.processor !== processor) }]
      })
      return left.length === 0 ? null : distinct(left)
    },
  }
}

/** These ways and all to which pending operations lead that take effect, each once, in a fixed order. */
function closed(object: SequentialObject, ways: readonly Way[]): Way[] {
  const found = new Map(ways.map((way) => [valueKey(way), way]))
  for (const way of found.values())
    for (const [index, each] of way.pending.entries()) {
      if (each.effect !== undefined) continue
      const { operation, argument, processor } = each
      const step = object.apply(way.object, operation, argument, processor)
      const effect = { result: step.result ?? null, any: step.result === undefined }
      const next = { object: step.state, pending: way.pending.with(index, { ...each, effect }) }
      found.set(valueKey(next), next)
    }
  return sorted(found)
}

const distinct = (ways: readonly Way[]): Way[] => sorted(new Map(ways.map((way) => [valueKey(way), way])))

const sorted = (ways: ReadonlyMap<string, Way>): Way[] =>
  [...ways].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, way]) => way)
