import { InputError, ModelError } from '../errors.ts'
import type { AnyAlgorithm, Granting, Instance, Knowledge } from '../model.ts'
import { breadthFirst } from '../topology/distances.ts'
import type { Graph } from '../topology/graph.ts'

const grantedBy: Granting = {
  isRoot: 'root',
  id: 'identifiers',
  n: 'size',
  diameter: 'diameter',
  parent: 'spanningTree',
  children: 'spanningTree',
}

/**
 * What to tell each processor: a function from processor to exactly the knowledge that the algorithm requires.
 * Reading anything else throws and says which requirement would grant it.
 */
export function tellers(
  algorithm: AnyAlgorithm,
  instance: Instance,
  graph: Graph,
): (processor: number) => Partial<Knowledge> {
  const { requires } = algorithm
  const withheld = withholding(algorithm)
  const tree = requires.spanningTree ? spanningTree(instance, graph) : undefined
  const diameter = requires.diameter ? knownDiameter(instance) : 0
  return (processor) => {
    const told: { -readonly [K in keyof Knowledge]?: Knowledge[K] } = Object.create(withheld)
    told.value = instance.values[processor]!
    if (requires.root) told.isRoot = processor === instance.root
    if (requires.identifiers) told.id = instance.ids[processor]!
    if (requires.size) told.n = instance.network.n
    if (requires.diameter) told.diameter = diameter
    if (tree !== undefined) Object.assign(told, tree(processor))
    return told
  }
}

/** An object whose properties throw: everything that the algorithm did not ask for. */
function withholding({ name, requires }: AnyAlgorithm): object {
  const guard = {}
  for (const [key, requirement] of Object.entries(grantedBy))
    if (requires[requirement as keyof typeof requires] !== true)
      Object.defineProperty(guard, key, {
        get() {
          throw new ModelError(`${name} reads ${key} without declaring requires: { ${requirement}: true }`)
        },
      })
  return guard
}

function knownDiameter({ diameter }: Instance): number {
  if (diameter === null)
    throw new InputError('the diameter of this network is not known, and the algorithm needs it')
  return diameter
}

/** A breadth-first tree from the root, as each processor's channels to its parent and children. */
function spanningTree(
  instance: Instance,
  graph: Graph,
): (processor: number) => Pick<Knowledge, 'parent' | 'children'> {
  const { n } = graph
  const { parentChannels } = breadthFirst(graph, instance.root)
  const childrenOf: number[][] = Array.from({ length: n }, () => [])
  for (let p = 0; p < n; p++)
    if (p !== instance.root)
      childrenOf[graph.neighbor(p, parentChannels[p]!)]!.push(graph.mirror(p, parentChannels[p]!))
  return (processor) => ({
    parent: processor === instance.root ? null : parentChannels[processor]!,
    children: childrenOf[processor]!.sort((a, b) => a - b),
  })
}
