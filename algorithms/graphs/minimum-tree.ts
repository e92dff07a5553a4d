/** What it means that processors have marked the channels of the minimum spanning tree. */
import {
  type After,
  type Channel,
  type Check,
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
  readonly marks: Mark[]
  /** The channels that are marked as branches. */
  readonly branches: Channel[]
}

/** Takes a channel for part of the tree. */
export function markBranch({ marks, branches }: MarkingState, channel: Channel): void {
  if (marks[channel] === 'branch') return
  marks[channel] = 'branch'
  branches.push(channel)
}

/** No processor takes a channel for part of the tree that is not. */
export const marksNoOther: Check<MarkingState> = Object.assign(
  (configuration: ConfigurationView<MarkingState>): Finding => {
    const after = following(configuration)
    for (let p = 0; p < configuration.states.length; p++) {
      const finding = after(p)
      if (finding !== true) return finding
    }
    return true
  },
  { follow: following },
)

/** The same of one processor at a time. */
function following({ instance, states }: ConfigurationView<MarkingState>): After {
  const { network } = instance
  const tree = treeOf(instance)
  return (p) => {
    const { branches } = states[p]!
    for (let i = 0; i < branches.length; i++) {
      const q = network.neighbor(p, branches[i]!)
      if (!tree[p]!.has(q))
        return `the channel between p_${p} and p_${q} is marked, and not in the minimum spanning tree`
    }
    return true
  }
}

/** Every processor has marked all its channels that belong to the minimum spanning tree, and no other. */
export function marksTheTree(configuration: ConfigurationView<MarkingState>): Finding {
  const { instance, states } = configuration
  for (const [p, { branches }] of states.entries()) {
    const all = treeOf(instance)[p]!.size
    if (branches.length < all)
      return `p_${p} has marked ${branches.length} of its ${all} channels of the tree`
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
