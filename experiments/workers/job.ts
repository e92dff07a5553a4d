import type { Cell } from '../../engine/index.ts'
import type { IndexedCell } from '../cell/index.ts'

/** A cell that is to run. */
export interface Job extends IndexedCell {
  readonly work: number
  /** Jobs on one network have one number. */
  network: number
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

/** Sorts jobs: those on the costliest networks first, those of one network side by side. */
export function sortByNetwork(jobs: Job[]): void {
  // Names are made here and forgotten, since there may be as many as jobs.
  const networks = new Map<string, { readonly number: number; work: number }>()
  const own = jobs.map(({ cell: { topology, n, seed }, work }) => {
    const name = `${topology} ${n} ${seed}`
    const network = networks.get(name) ?? { number: networks.size, work }
    networks.set(name, network)
    network.work = Math.max(network.work, work)
    return network
  })
  for (const [i, job] of jobs.entries()) {
    job.network = own[i]!.number
    job.networkWork = own[i]!.work
  }
  jobs.sort((a, b) => b.networkWork - a.networkWork || a.network - b.network || a.index - b.index)
}
