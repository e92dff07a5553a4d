/** What it means that the processors have built a tree: checks shared by the algorithms of this folder. */
import type { Channel, ConfigurationView, Finding, Network } from '../../engine/index.ts'

/** The state of a processor that takes part in building a tree. */
interface TreeState {
  /** The channel to the parent; null at the root, and where there is none yet. */
  readonly parent: Channel | null
}

/** How deep each processor lies below the root, or why the parents are not a spanning tree rooted there. */
export function depths(
  network: Network,
  parents: readonly (Channel | null)[],
  root: number,
): Int32Array | string {
  const depth = new Int32Array(network.n).fill(-1)
  if (parents[root] !== null) return `the root p_${root} has a parent`
  depth[root] = 0
  const path: number[] = []
  for (let start = 0; start < network.n; start++) {
    let p = start
    while (depth[p] === -1) {
      const parent = parents[p] ?? null
      if (parent === null) return `p_${p} has no parent`
      path.push(p)
      if (path.length > network.n) return `the parents of p_${start} run in a circle`
      p = network.neighbor(p, parent)
    }
    for (let below = depth[p]! + 1; path.length > 0; below++) depth[path.pop()!] = below
  }
  return depth
}

const parentsOf = (states: readonly TreeState[]): (Channel | null)[] => states.map(({ parent }) => parent)

/** The parents form a spanning tree rooted at the root of the instance, or at another processor. */
export function spanningTree(
  { instance, states }: ConfigurationView<TreeState>,
  root = instance.root,
): Finding {
  const found = depths(instance.network, parentsOf(states), root)
  return typeof found === 'string' ? found : true
}

/** The largest depth of the tree; −1 if the parents do not form one. */
export function treeDepth({ instance, states }: ConfigurationView<TreeState>, root = instance.root): number {
  const found = depths(instance.network, parentsOf(states), root)
  return typeof found === 'string' ? -1 : found.reduce((a, b) => Math.max(a, b), 0)
}

/** Each processor's children are exactly those neighbours whose parent it is. */
export function childrenMatchParents({
  instance: { network },
  states,
}: ConfigurationView<TreeState & { readonly children: readonly Channel[] }>): Finding {
  let children = 0
  for (let p = 0; p < network.n; p++)
    for (const channel of states[p]!.children) {
      const child = network.neighbor(p, channel)
      const parent = states[child]!.parent
      if (parent === null || network.neighbor(child, parent) !== p)
        return `p_${p} takes p_${child} for its child, but is not its parent`
      children++
    }
  return children === network.n - 1 || `there are ${children} children, not ${network.n - 1}`
}

/** The parents form a tree in which neighbours differ in depth by at most one, and everyone knows its depth. */
export function breadthFirstTree({
  instance: { network, root },
  states,
}: ConfigurationView<TreeState & { readonly distance: number }>): Finding {
  const depth = depths(network, parentsOf(states), root)
  if (typeof depth === 'string') return depth
  for (let p = 0; p < network.n; p++) {
    if (states[p]!.distance !== depth[p])
      return `p_${p} lies at depth ${depth[p]}, not ${states[p]!.distance}`
    for (let channel = 0; channel < network.degree(p); channel++) {
      const q = network.neighbor(p, channel)
      if (depth[q]! > depth[p]! + 1)
        return `p_${q} lies at depth ${depth[q]}, but next to p_${p} at ${depth[p]}`
    }
  }
  return true
}

/** The parents form a depth-first tree: every channel joins a processor and one of its ancestors. */
export function depthFirstTree(
  { instance, states }: ConfigurationView<TreeState>,
  root = instance.root,
): Finding {
  const { network } = instance
  const parents = parentsOf(states)
  const found = depths(network, parents, root)
  if (typeof found === 'string') return found
  const { entered, left } = visits(network, parents, found)
  const above = (a: number, b: number) => entered[a]! <= entered[b]! && left[b]! <= left[a]!
  for (let p = 0; p < network.n; p++)
    for (let channel = 0; channel < network.degree(p); channel++) {
      const q = network.neighbor(p, channel)
      if (!above(p, q) && !above(q, p)) return `the channel between p_${p} and p_${q} joins two branches`
    }
  return true
}

/** When a walk through the tree enters and leaves the subtree of each processor. */
function visits(network: Network, parents: readonly (Channel | null)[], depth: Int32Array) {
  const { n } = network
  const size = new Int32Array(n).fill(1)
  const byDepth = Uint32Array.from({ length: n }, (_, p) => p).sort((p, q) => depth[p]! - depth[q]!)
  const parentOf = (p: number) => network.neighbor(p, parents[p]!)
  for (let i = n - 1; i > 0; i--) size[parentOf(byDepth[i]!)]! += size[byDepth[i]!]!
  const entered = new Int32Array(n)
  const left = new Int32Array(n)
  const next = new Int32Array(n)
  for (const p of byDepth) {
    if (parents[p] !== null) {
      const parent = parentOf(p)
      entered[p] = next[parent]!
      next[parent]! += size[p]!
    }
    left[p] = entered[p]! + size[p]!
    next[p] = entered[p]! + 1
  }
  return { entered, left }
}
