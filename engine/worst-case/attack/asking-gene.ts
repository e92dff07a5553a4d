import type { Random } from '../../random.ts'
import type { AskPlan } from '../askers.ts'
import type { Gene, Space } from './gene.ts'
import { naturalOrders, variedOrder } from './orders.ts'

/** When processors are asked for their operations. */
export interface Asking {
  readonly rule: number
  /** Who comes first of those who can be asked at one moment, and goes first where they go one after the other. */
  readonly ranks: Uint32Array
  /** How long single operations wait, whatever the rule says, by turn · n + processor. */
  readonly exceptions: ReadonlyMap<number, number>
}

/** How long an operation waits, in messages processed; `follows`: whether it follows another one, as a release does. */
type Rule = (rank: number, follows: boolean) => number

const never = Number.POSITIVE_INFINITY

/** At once; not before nothing is in transit; all come soon and stay long, or come late and leave at once; one by one. */
const rules: readonly Rule[] = [
  () => 0,
  () => never,
  (_, follows) => (follows ? never : 0),
  (_, follows) => (follows ? 0 : never),
  (rank, follows) => (follows ? 0 : rank),
  (rank, follows) => (follows ? never : rank),
  // The last comes when all others have been there.
  (rank) => (rank === 0 ? never : 0),
]

/** Where nobody chooses: everything as soon as may be. */
export const givenAsking = (n: number): Asking => ({
  rule: 0,
  ranks: Uint32Array.from({ length: n }, (_, p) => p),
  exceptions: new Map(),
})

/** By which plan processors are asked. */
export function askPlanOf(
  { rule, ranks, exceptions }: Asking,
  isFollowUp: (operation: string) => boolean,
): AskPlan {
  const { length } = ranks
  return {
    wait: (processor, turn, { operation }) =>
      exceptions.get(turn * length + processor) ?? rules[rule]!(ranks[processor]!, isFollowUp(operation)),
    rank: (processor) => ranks[processor]!,
  }
}

/** When operations are asked for. */
export const askingGene: Gene<Asking> = {
  natural({ graph }, random) {
    const orders = naturalOrders(graph, random)
    return rules.flatMap((_, rule) => orders.map((ranks) => ({ rule, ranks, exceptions: new Map() })))
  },

  sampled({ graph: { n }, turns }, random) {
    const exceptions = new Map<number, number>()
    for (let place = 0; place < n * turns; place++) exceptions.set(place, someWait(n, random))
    return { rule: 0, ranks: random.permutation(n), exceptions }
  },

  varied(asking, space, random) {
    const kind = random.integer(6)
    if (kind === 0) return { ...asking, rule: random.integer(rules.length) }
    if (kind === 1) return { ...asking, ranks: variedOrder(asking.ranks, random) }
    if (kind === 2) return { ...asking, exceptions: new Map() }
    return { ...asking, exceptions: changed(asking, space, random) }
  },

  crossed: (a, b, _, random) => ({
    rule: a.rule,
    ranks: a.ranks,
    exceptions: random.integer(2) === 0 ? a.exceptions : b.exceptions,
  }),
}

/** One operation waits otherwise, or all of one processor do. */
function changed(
  { exceptions }: Asking,
  { graph: { n }, turns }: Space,
  random: Random,
): ReadonlyMap<number, number> {
  const after = new Map(exceptions)
  const processor = random.integer(n)
  const turn = random.integer(turns)
  if (random.integer(4) > 0) {
    const place = turn * n + processor
    if (!after.delete(place) || random.integer(2) === 0) after.set(place, someWait(n, random))
  } else {
    const wait = someWait(n, random)
    for (let turn = 0; turn < turns; turn++) after.set(turn * n + processor, wait)
  }
  return after
}

/** Not at all, for a few messages or for many, or until nothing is in transit. */
function someWait(n: number, random: Random): number {
  const kind = random.integer(4)
  if (kind === 0) return 0
  if (kind === 1) return never
  return random.integer(kind === 2 ? 4 : 4 * n)
}
