import { Catalogue } from '../catalogue.ts'
import { InputError } from '../errors.ts'
import type { BuildContext, TopologyFamily } from './family.ts'
import type { Graph } from './graph.ts'
import { ring } from './ring.ts'

/** All families of networks. */
export const topologies = new Catalogue<TopologyFamily>('topology', [ring])

/** The graph that a spec such as `gnp:degree=8` names; an InputError says why there is none. */
export function buildTopology(spec: string, context: Omit<BuildContext, 'values'>): Graph {
  const { entry, values } = topologies.parse(spec)
  const problem = entry.sizeProblem(context.n, values)
  if (problem !== null)
    throw new InputError(`topology ${spec} has no member with n = ${context.n}: it needs ${problem}`)
  return entry.build({ ...context, values })
}
