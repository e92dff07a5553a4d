import { InputError } from '../../errors.ts'
import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm } from '../../model/index.ts'
import type { Random } from '../../random.ts'
import { knowsIdentifiers } from '../../simulation/machine/requirements.ts'
import { storedGraph } from '../../topology/stored-graph.ts'
import { type Asking, askingGene, givenAsking } from './asking-gene.ts'
import type { Gene, Hint, Space } from './gene.ts'
import { idsGene, rootGene, valuesGene } from './instance-genes.ts'
import { portsBy, portsGene } from './ports-gene.ts'
import type { Run } from './run.ts'
import { givenScheduling, type Scheduling, scheduleGene } from './schedule-gene.ts'
import type { Terrain } from './terrain.ts'
import { type Waking, wakeGene } from './wake-gene.ts'

/** All that an adversary decides, whether it may choose it or it is given. */
export interface Plan {
  readonly schedule: Scheduling
  readonly ids: Uint32Array
  readonly ports: Uint32Array
  readonly root: number
  readonly wakeup: Waking
  readonly values: Uint32Array
  /** When operations are asked for. */
  readonly operations: Asking
}

/** What an adversary may choose. */
export type Choosable = keyof Plan

const genes: { readonly [K in Choosable]: Gene<Plan[K]> } = {
  schedule: scheduleGene,
  ids: idsGene,
  ports: portsGene,
  root: rootGene,
  wakeup: wakeGene,
  values: valuesGene,
  operations: askingGene,
}

/** All that an adversary may be allowed to choose. */
export const choosable = Object.keys(genes) as readonly Choosable[]

/** What the search of one island draws from. */
interface Field extends Space {
  /** The plan in which nothing is chosen. */
  readonly given: Plan
  readonly chosen: readonly Choosable[]
  readonly random: Random
}

/** The plan that leaves everything as the problem has it. Throws an InputError if it cannot be scheduled. */
export function givenPlan({ network, root, ids, values, wakeTimes }: ComputedInstance): Plan {
  const graph = storedGraph(network)
  const late = Array.from(wakeTimes).find((time) => time !== 0 && time !== Number.POSITIVE_INFINITY)
  if (late !== undefined)
    throw new InputError(
      `a search decides the order of events, so wake-ups must be at time 0 or its own; one is at ${late}`,
    )
  const order = Uint32Array.from({ length: graph.n }, (_, p) => p).sort(
    (p, q) => rank(wakeTimes[p]!) - rank(wakeTimes[q]!) || p - q,
  )
  const count = order.filter((p) => wakeTimes[p] === 0).length
  return {
    schedule: givenScheduling,
    ids: Uint32Array.from(ids),
    ports: portsBy(graph, () => 0),
    root,
    wakeup: { order, count, when: 'at zero' },
    values: Uint32Array.from(values),
    operations: givenAsking(graph.n),
  }
}

const rank = (wakeTime: number): number => (wakeTime === 0 ? 0 : 1)

/** What an adversary may fairly choose for this algorithm, unless told otherwise: all that it is not promised. */
export function choicesFor(algorithm: AnyAlgorithm, { network }: ComputedInstance): readonly Choosable[] {
  const { requires, service } = algorithm
  const choices: Choosable[] = ['schedule']
  if (service !== undefined) choices.push('operations')
  if (knowsIdentifiers(algorithm)) choices.push('ids')
  // Who alone is asked for something is given.
  const isAsked = Object.values(service?.operations ?? {}).some(({ only }) => only === 'root')
  if (requires.root && !isAsked) choices.push('root')
  if (network.details.orientation == null) choices.push('ports')
  // Who is used wakes when it is asked for something.
  if (!requires.root && requires.initiators === undefined && service === undefined) choices.push('wakeup')
  return choices
}

/** The plans of a field, for a search. */
export const terrainOf = (field: Field): Terrain<Plan, Run> => ({
  random: field.random,
  chosen: field.chosen,
  natural: () => naturalPlan(field),
  sampled: () => replaced(field.given, field.chosen, (name) => sampled(field, name)),
  alternatives: (plan, name, run) => alternatives(field, plan, name as Choosable, run),
  varied: (plan, name, run) => varied(field, plan, name as Choosable, run),
  crossed: (a, b) => replaced(a, field.chosen, (name) => crossedIn(field, a, b, name)),
})

function replaced(plan: Plan, names: readonly Choosable[], value: (name: Choosable) => unknown): Plan {
  return { ...plan, ...Object.fromEntries(names.map((name) => [name, value(name)])) }
}

function sampled<K extends Choosable>(field: Field, name: K): Plan[K] {
  return genes[name].sampled(field, field.random)
}

function naturalPlan(field: Field): Plan {
  let plan = field.given
  for (const name of field.chosen) {
    const plans = alternatives(field, plan, name, null)
    plan = plans[field.random.integer(plans.length)]!
  }
  return plan
}

function alternatives<K extends Choosable>(
  field: Field,
  plan: Plan,
  name: K,
  hint: Hint | null,
): readonly Plan[] {
  return genes[name].natural(field, field.random, hint).map((value) => ({ ...plan, [name]: value }))
}

function varied<K extends Choosable>(field: Field, plan: Plan, name: K, hint: Hint): Plan {
  return { ...plan, [name]: genes[name].varied(plan[name], field, field.random, hint) }
}

function crossedIn<K extends Choosable>(field: Field, a: Plan, b: Plan, name: K): Plan[K] {
  const kind = field.random.integer(3)
  if (kind < 2) return (kind === 0 ? a : b)[name]
  return genes[name].crossed(a[name], b[name], field, field.random)
}
