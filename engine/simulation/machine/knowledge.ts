import { InputError, ModelError } from '../../errors.ts'
import type { AnyAlgorithm, DelayBounds, Granting, Instance, Knowledge } from '../../model/index.ts'
import { breadthFirst } from '../../topology/distances.ts'
import type { Graph } from '../../topology/graph.ts'
import { bitSizes } from './bit-sizes.ts'

const grantedBy: Granting = {
  isRoot: 'root',
  id: 'identifiers',
  neighborIds: 'neighborIdentifiers',
  idBits: 'identifierBits',
  n: 'size',
  diameter: 'diameter',
  f: 'resilience',
  parent: 'spanningTree',
  children: 'spanningTree',
  fields: 'fields',
  delay: 'delayBounds',
}

/** What an algorithm writes to be told something. */
const asking = (requirement: string): string =>
  `requires: { ${requirement}: ${askedAs[requirement] ?? 'true'} }`

const askedAs: Readonly<Record<string, string>> = { fields: "['…']", resilience: "'n > 3f'" }

/**
 * What to tell each processor: a function from processor to exactly the knowledge that the algorithm requires; `seed` is
 * that of the coins.
 * Reading anything else throws and says which requirement would grant it.
 */
export function tellers(
  algorithm: AnyAlgorithm,
  instance: Instance,
  graph: Graph,
  seed = 0,
): (processor: number) => Partial<Knowledge> {
  const { requires } = algorithm
  const { root, ids, values } = instance
  const Told = toldBy(algorithm)
  const tree = requires.spanningTree ? spanningTree(instance, graph) : undefined
  const diameter = requires.diameter ? knownDiameter(instance) : 0
  const idBits = requires.identifierBits ? bitSizes(instance).identifier : 0
  const arranged = algorithm.arrange?.(instance, seed)
  return (processor) => {
    const told = new Told(values[processor]!, processor === root, ids[processor]!, idBits, graph.n, diameter)
    // All read the same names; to guard the input of every processor would take time.
    if (processor === 0) Object.setPrototypeOf(told, guarded(algorithm, Told.prototype))
    if (requires.fields) Object.assign(told, { fields: fieldsOf(requires.fields, instance, processor) })
    if (arranged !== undefined) Object.assign(told, { arranged: arranged(processor) })
    if (requires.resilience !== undefined) Object.assign(told, { f: instance.f ?? 0 })
    if (requires.delayBounds) Object.assign(told, { delay: knownBounds(instance) })
    if (requires.neighborIdentifiers) Object.assign(told, { neighborIds: neighborIds(instance, processor) })
    return tree === undefined ? told : Object.assign(told, tree(processor))
  }
}

type Told = new (
  value: number,
  isRoot: boolean,
  id: number,
  idBits: number,
  n: number,
  diameter: number,
) => Partial<Knowledge>

const known = new WeakMap<AnyAlgorithm, Told>()

/** The class of what this algorithm is told: one for all its runs, so that all look the same to the compiler. */
function toldBy(algorithm: AnyAlgorithm): Told {
  const { name, requires } = algorithm
  const made = known.get(algorithm)
  if (made !== undefined) return made
  class Told {
    declare value: number
    declare isRoot: boolean
    declare id: number
    declare idBits: number
    declare n: number
    declare diameter: number

    constructor(value: number, isRoot: boolean, id: number, idBits: number, n: number, diameter: number) {
      this.value = value
      if (requires.root) this.isRoot = isRoot
      if (requires.identifiers) this.id = id
      if (requires.identifierBits) this.idBits = idBits
      if (requires.size) this.n = n
      if (requires.diameter) this.diameter = diameter
    }
  }
  for (const [key, requirement] of Object.entries(grantedBy))
    if (!requires[requirement as keyof typeof requires])
      Object.defineProperty(Told.prototype, key, {
        get() {
          throw new ModelError(`${name} reads ${key} without declaring ${asking(requirement)}`)
        },
      })
  known.set(algorithm, Told)
  return Told
}

/** A prototype of an input that throws where something is read that there is not. */
function guarded({ name, requires }: AnyAlgorithm, prototype: object): object {
  return new Proxy(prototype, {
    get(target, key, receiver) {
      // The last two are asked of any object by JSON and by promises.
      if (typeof key === 'symbol' || key in target || key === 'toJSON' || key === 'then')
        return Reflect.get(target, key, receiver)
      const granted = Object.entries(grantedBy).map(([key, requirement]) =>
        requires[requirement as keyof typeof requires] ? key : `${key} (${asking(requirement)})`,
      )
      throw new ModelError(`${name} reads ${key} of its input; there are value, ${granted.join(', ')}`)
    },
  })
}

function knownDiameter({ diameter }: Instance): number {
  if (diameter === null)
    throw new InputError('the diameter of this network is not known, and the algorithm needs it')
  return diameter
}

function knownBounds({ delayBounds }: Instance): DelayBounds {
  if (delayBounds === null)
    throw new InputError('the instance has no bounds on delays, and the algorithm needs them')
  return { ...delayBounds }
}

/** By name. */
function fieldsOf(
  names: readonly string[],
  { fields }: Instance,
  processor: number,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    names.map((name) => {
      const list = fields[name]
      if (list === undefined)
        throw new InputError(`the instance has no field ${name}, which the algorithm requires`)
      return [name, list[processor]!]
    }),
  )
}

/** By channel. */
const neighborIds = ({ network, ids }: Instance, processor: number): readonly number[] =>
  Array.from(
    { length: network.degree(processor) },
    (_, channel) => ids[network.neighbor(processor, channel)]!,
  )

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
