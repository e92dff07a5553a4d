/** What it means that processors have marked the channels of the minimum spanning tree. */
import {
  type Channel,
  type ConfigurationView,
  channelsInOrder,
  type Finding,
  type Instance,
  minimumSpanningTree,
} from '../../engine/index.ts'

/** By instance, the neighbours of each processor in Kruskal's tree, and what the tree weighs. */
const trees = new WeakMap<Instance, readonly ReadonlySet<number>[]>()

function treeOf(instance: Instance): readonly ReadonlySet<number>[] {
  const known = trees.get(instance)
  if (known !== undefined) return known
  const neighbors = Array.from({ length: instance.network.n }, () => new Set<number>())
  for (const { p, q } of minimumSpanningTree(instance.network, instance.weights!)) {
    neighbors[p]!.add(q)
    neighbors[q]!.add(p)
  }
  trees.set(instance, neighbors)
  return neighbors
}

/** What a processor knows of a channel: nothing yet, that it belongs to the tree, or that it does not. */
export type Mark = 'basic' | 'branch' | 'rejected'

/** A processor that takes part in marking a tree. */
interface MarkingState {
  /** By channel; empty before its first event. */
  readonly marks: readonly Mark[]
}

/** No processor takes a channel for part of the tree that is not. */
export function marksNoOther({ instance, states }: ConfigurationView<MarkingState>): Finding {
  for (let p = 0; p < states.length; p++) {
    const finding = marksNoOtherAt({ instance, states }, p)
    if (finding !== true) return finding
  }
  return true
}

/** The same of one processor. */
export function marksNoOtherAt(
  { instance, states }: Pick<ConfigurationView<MarkingState>, 'instance' | 'states'>,
  p: number,
): Finding {
  const { marks } = states[p]!
  const tree = treeOf(instance)[p]!
  for (let channel: Channel = 0; channel < marks.length; channel++) {
    if (marks[channel] !== 'branch') continue
    const q = instance.network.neighbor(p, channel)
    if (!tree.has(q))
      return `the channel between p_${p} and p_${q} is marked, and not in the minimum spanning tree`
  }
  return true
}

/** Every processor has marked all its channels that belong to the minimum spanning tree, and no other. */
export function marksTheTree(configuration: ConfigurationView<MarkingState>): Finding {
  const { instance, states } = configuration
  for (const [p, { marks }] of states.entries()) {
    const marked = marks.filter((mark) => mark === 'branch').length
    const all = treeOf(instance)[p]!.size
    if (marked < all) return `p_${p} has marked ${marked} of its ${all} channels of the tree`
  }
  return marksNoOther(configuration)
}

/** What the channels weigh that processors have marked; both ends mark the same. */
export function markedWeight({ instance, states }: ConfigurationView<MarkingState>): number {
  const { network, weights } = instance
  let sum = 0
  let next = 0
  channelsInOrder(network, (p, _, channel) => {
    const weight = weights![next++]!
    if (states[p]!.marks[channel] === 'branch') sum += weight
  })
  return sum
}
