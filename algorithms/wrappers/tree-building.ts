import {
  type AnyAlgorithm,
  type Message as AnyMessage,
  type Around,
  type Channel,
  Inside,
  type Knowledge,
  type Processor,
  packing,
} from '../../engine/index.ts'
import { dfsTreeRoot } from '../spanning-tree/dfs-tree-root.ts'
import { spanningTreeFlood } from '../spanning-tree/spanning-tree-flood.ts'

/** The algorithms of the catalogue that build a tree from the root and end at each processor, which then knows its children. */
export const treeBuilders: readonly AnyAlgorithm[] = [spanningTreeFlood, dfsTreeRoot] as AnyAlgorithm[]

/** A message of the algorithm that builds the tree. */
export interface TreeMessage extends AnyMessage {
  readonly type: 'tree'
  readonly message: AnyMessage
}

/** A processor's place in a tree. */
interface TreePlace {
  parent: Channel | null
  children: readonly Channel[]
}

/** What a processor that builds a tree has in its state; `inner` is that of the algorithm that does. */
interface Growing extends Around {
  readonly inner: TreePlace
}

/** A state with a place in a tree, which is built first unless it is given. */
export interface OnTree extends TreePlace {
  readonly growing: Growing | null
}

/** The spanning tree of a wrapper, built before the wrapper does anything: `built` is told at each processor once it is. */
export class TreeBuilding<S extends OnTree> {
  readonly #algorithm: AnyAlgorithm
  readonly #inside: Inside<Growing, TreeMessage>
  readonly #built: (p: Processor, state: S) => void

  constructor(algorithm: AnyAlgorithm, built: (p: Processor, state: S) => void) {
    this.#algorithm = algorithm
    this.#inside = new Inside(
      algorithm,
      packing((_, message) => ({ type: 'tree', message })),
    )
    this.#built = built
  }

  initially(input: Knowledge): Growing {
    return { inner: this.#algorithm.initially(input) as TreePlace, awake: false, over: false }
  }

  start(p: Processor, state: S): void {
    const growing = state.growing!
    this.#inside.start(p as Processor<TreeMessage>, growing)
    this.#rest(p, state)
  }

  /** For whoever has a tree built; who is given one has no such messages. */
  readonly handlers = {
    tree: (p: Processor, state: S, { message }: TreeMessage, from: Channel): void => {
      const growing = state.growing!
      if (growing.over) return
      this.#inside.receive(p as Processor<TreeMessage>, growing, message, from)
      this.#rest(p, state)
    },
  }

  #rest(p: Processor, state: S): void {
    const { over, inner } = state.growing!
    if (!over) return
    state.parent = inner.parent
    state.children = inner.children
    this.#built(p, state)
  }
}
