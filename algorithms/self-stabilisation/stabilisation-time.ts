import { type CountingTable, numberOf } from './counting-table.ts'

/**
 * After how many rounds all count, at the latest, from any states and whatever any f processors lie; Infinity if there are
 * executions in which they never do. From the end: first those configurations that count, then those that cannot but lead
 * to them, and so on.
 */
export function stabilisationTime(table: CountingTable, f: number): number {
  const known = times.get(table)?.get(f)
  if (known !== undefined) return known
  const time = Math.max(...liarSets(table.n, f).map((liars) => timeAmong(table, liars)))
  times.set(table, new Map([...(times.get(table) ?? []), [f, time]]))
  return time
}

const times = new WeakMap<CountingTable, Map<number, number>>()

function timeAmong(table: CountingTable, liars: readonly number[]): number {
  const all = (value: number): number =>
    numberOf(
      Array.from({ length: table.n }, (_, p) => (liars.includes(p) ? 0 : value)),
      table.states,
    )
  const stable = new Set(Array.from({ length: table.modulo }, (_, value) => all(value)))
  const after = new Map(
    choices(table, (p) => !liars.includes(p)).map((states) => [
      numberOf(states, table.states),
      successors(table, states, liars),
    ]),
  )
  for (let value = 0; value < table.modulo; value++)
    if (after.get(all(value))!.some((next) => next !== all((value + 1) % table.modulo)))
      return Number.POSITIVE_INFINITY
  let waiting = [...after.keys()].filter((one) => !stable.has(one))
  for (let time = 0; ; time++) {
    if (waiting.length === 0) return time
    const led = waiting.filter((one) => after.get(one)!.every((next) => stable.has(next)))
    if (led.length === 0) return Number.POSITIVE_INFINITY
    for (const one of led) stable.add(one)
    waiting = waiting.filter((one) => !stable.has(one))
  }
}

/** All states of all, those of liars being 0, that can come next: everyone may be told something else. */
function successors(table: CountingTable, states: readonly number[], liars: readonly number[]): number[] {
  const seen = choices(table, (p) => liars.includes(p)).map((lies) =>
    numberOf(
      states.map((state, p) => (liars.includes(p) ? lies[p]! : state)),
      table.states,
    ),
  )
  let next = [0]
  for (let p = 0; p < table.n; p++) {
    const own = liars.includes(p) ? [0] : [...new Set(seen.map((one) => table.next(one, p)))]
    next = next.flatMap((number) => own.map((state) => number * table.states + state))
  }
  return next
}

/** All states of some processors, those of all others being 0. */
function choices({ n, states }: CountingTable, chosen: (p: number) => boolean): number[][] {
  let lists: number[][] = [[]]
  for (let p = 0; p < n; p++) {
    const own = chosen(p) ? Array.from({ length: states }, (_, state) => state) : [0]
    lists = lists.flatMap((list) => own.map((state) => [...list, state]))
  }
  return lists
}

/** All sets of at most so many of n processors. */
function liarSets(n: number, most: number): number[][] {
  let sets: number[][] = [[]]
  for (let p = 0; p < n; p++) sets = [...sets, ...sets.map((set) => [...set, p])]
  return sets.filter((set) => set.length <= most)
}
