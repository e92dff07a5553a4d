import { liarHere } from './courses.ts'
import type { FaultScript } from './fault-script.ts'
import type { Beginning, FaultSearch, RoundNode } from './fault-search.ts'
import type { Move } from './moves.ts'

/** What is chosen in an execution that leads to a configuration: the first that was found, or the one with the most messages. */
export function traceBack(
  search: FaultSearch,
  node: RoundNode,
  beginning: Beginning,
  which: 'parent' | 'costliest',
): FaultScript {
  const path = [node]
  for (let at = node[which]; at !== null; at = at[which]) path.unshift(at)
  const { values, liars } = beginning
  const script = { crashes: [], omissions: [], lies: [] } as unknown as Chosen
  // By place in the configuration, the processor that stands there.
  let who: readonly number[] = firstOrder(search, beginning)
  const inputs = who.map((_, p) => values[p]!)
  for (const [i, before] of path.slice(0, -1).entries()) {
    const after = path[i + 1]!
    const move = moveBetween(search, before, after, beginning, which)
    note(search, script, move, before, who)
    who = search.orderOf(move).map((place) => who[place]!)
  }
  return { values: inputs, liars, ...script }
}

interface Chosen {
  readonly crashes: FaultScript['crashes'][number][]
  readonly omissions: FaultScript['omissions'][number][]
  readonly lies: FaultScript['lies'][number][]
}

const firstOrder = (search: FaultSearch, { values, liars }: Beginning): readonly number[] => {
  const next = search.steps.initially(values).map((local, p) => (liars.includes(p) ? liarHere : local))
  return search.orderOf({ next } as unknown as Move)
}

/** The move that leads from a configuration to the next, again. */
function moveBetween(
  search: FaultSearch,
  before: RoundNode,
  after: RoundNode,
  beginning: Beginning,
  which: 'parent' | 'costliest',
): Move {
  const wanted = after.locals.join()
  for (const move of search.moves(before, beginning)) {
    if (search.keyOf(move, [])[1].join() !== wanted) continue
    if (which === 'parent' || before.most + move.most === after.most) return move
  }
  throw new RangeError('a configuration is not reached again from the one before')
}

function note(
  { instance, model, steps }: FaultSearch,
  { crashes, omissions, lies }: Chosen,
  { acting, courses }: Move,
  { locals, round }: RoundNode,
  who: readonly number[],
): void {
  const { network } = instance
  for (const [q, { reached, deaf, lies: told }] of courses.entries()) {
    const liars = [...locals.keys()].filter((p) => locals[p] === liarHere)
    for (const [i, lie] of told.entries())
      lies.push({
        liar: who[liars[i]!]!,
        receiver: who[q]!,
        round,
        messages: lie.map((one) => steps.message(one)),
      })
    if (model.kind !== 'omission') continue
    for (let channel = 0; channel < network.degree(q); channel++) {
      const sender = network.neighbor(q, channel)
      const i = acting.indexOf(sender)
      const sends = (steps.at(locals[sender]!).sends[network.mirror(q, channel)] ?? []).length > 0
      const between = { sender: who[sender]!, receiver: who[q]!, round }
      if (deaf & (1 << channel)) omissions.push({ ...between, fate: 'unheard' })
      else if (sends && i >= 0 && model.omits !== 'receive' && !(reached & (1 << i)))
        omissions.push({ ...between, fate: 'omitted' })
    }
  }
  if (model.kind !== 'crash') return
  for (const [i, a] of acting.entries())
    crashes.push({
      processor: who[a]!,
      round,
      receivers: [...courses.keys()]
        .filter((q) => q !== a && courses[q]!.reached & (1 << i))
        .map((q) => who[q]!),
    })
}
