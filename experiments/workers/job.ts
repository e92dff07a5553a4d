import type { Cell } from '../../engine/index.ts'
import type { IndexedCell } from '../cell/index.ts'

/** A cell that is to run. */
export interface Job extends IndexedCell {
  readonly work: number
  readonly network: string
  /** The most that a cell on its network has. */
  networkWork: number
  readonly share: Share
  batch: Running | null
  isHandedOut: boolean
}

/** A batch that was handed out. */
export interface Running {
  /** Its unfinished cells. */
  readonly jobs: Set<Job>
  /** When it was handed out, or the last cell of it was finished. */
  since: number
}

/** Work that is left in cells that cost alike. */
export interface Share {
  readonly cell: Cell
  /** Of an average cell. */
  readonly work: number
  left: number
}

/** The costliest networks first, those of one network side by side. */
export const byNetwork = (a: Job, b: Job): number =>
  b.networkWork - a.networkWork || compare(a.network, b.network) || a.index - b.index

/** What cells share that run on one network. */
export const networkOf = ({ topology, n, seed }: Cell): string => `${topology} ${n} ${seed}`

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
