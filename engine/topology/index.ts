import { InputError } from '../errors.ts'
import { Catalogue } from '../specs/catalogue.ts'
import { capitalised } from '../specs/words.ts'
import { balancedTree } from './balanced-tree.ts'
import { barabasiAlbert } from './barabasi-albert.ts'
import { barbell } from './barbell.ts'
import { caterpillar } from './caterpillar.ts'
import { circulant } from './circulant.ts'
import { cliqueWithPendants } from './clique-with-pendants.ts'
import { complete } from './complete.ts'
import { completeBipartite } from './complete-bipartite.ts'
import type { BuildContext, TopologyFamily } from './family.ts'
import { file } from './file.ts'
import { gnm } from './gnm.ts'
import { gnp } from './gnp.ts'
import type { Graph } from './graph.ts'
import { grid } from './grid.ts'
import { hypercube } from './hypercube.ts'
import { lollipop } from './lollipop.ts'
import { path } from './path.ts'
import { randomGeometric } from './random-geometric.ts'
import { randomRegular } from './random-regular.ts'
import { randomTree } from './random-tree.ts'
import { ring } from './ring.ts'
import { processorsMax } from './sizes.ts'
import { star } from './star.ts'
import { torus } from './torus.ts'
import { triangleChain } from './triangle-chain.ts'
import { wattsStrogatz } from './watts-strogatz.ts'

const families = [
  path,
  ring,
  star,
  complete,
  completeBipartite,
  balancedTree,
  randomTree,
  caterpillar,
  lollipop,
  cliqueWithPendants,
  barbell,
  triangleChain,
  grid,
  torus,
  hypercube,
  circulant,
  gnp,
  gnm,
  randomRegular,
  barabasiAlbert,
  wattsStrogatz,
  randomGeometric,
  file,
] as const

/** All families of networks. */
export const topologies = new Catalogue<TopologyFamily>('topology', families, capitalised)

/** The name of a family of networks, such as `gnp`. */
export type TopologyName = (typeof families)[number]['name']

/** A family's name, with parameters after a colon where wanted: `gnp:degree=8`. */
export type TopologySpec = TopologyName | `${TopologyName}:${string}`

/** The graph that a spec such as `gnp:degree=8` names; an InputError says why there is none. */
export function buildTopology(spec: string, context: Omit<BuildContext, 'values'>): Graph {
  const { n } = context
  const { entry, values } = topologies.at(spec, n)
  if (entry.fixedSize === undefined && !(Number.isSafeInteger(n) && n >= 1 && n <= processorsMax))
    throw new InputError(`topology ${spec} with n = ${n}: n must be an integer from 1 to ${processorsMax}`)
  const problem = entry.sizeProblem(n, values)
  if (problem !== null)
    throw new InputError(`topology ${spec} has no member with n = ${n}: it needs ${problem}`)
  return entry.build({ ...context, values })
}
