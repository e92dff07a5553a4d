import type { Cell } from '../cell.ts'
import type { Instance, Setting } from '../model.ts'
import type { Graph } from '../topology/graph.ts'
import { executionFormat, type Header } from './format.ts'

/** Networks of more channels than this are recorded by the cell that builds them, not by their neighbours. */
const listedChannelsMax = 1_000_000

export interface HeaderParts {
  readonly algorithm: string
  /** The user's module that has the algorithm. Default: null, the catalogue's. */
  readonly module?: string | null
  readonly instance: Instance & { readonly network: Graph }
  readonly setting: Pick<Setting, 'timing' | 'unitDelays' | 'identifiers'>
  /** Whether no delay exceeds 1. */
  readonly bounded: boolean
  readonly fifo: boolean
  readonly seed: number
  readonly cell?: Cell | null
}

/** The header of a recorded execution. */
export function headerOf(parts: HeaderParts): Header {
  const { instance, setting, cell = null } = parts
  const { network } = instance
  const { n, m, details } = network
  const listed = m <= listedChannelsMax || cell === null
  return {
    format: executionFormat,
    algorithm: parts.algorithm,
    module: parts.module ?? null,
    timing: setting.timing,
    delay_max: parts.bounded ? 1 : null,
    unit_delays: setting.unitDelays,
    fifo: parts.fifo,
    seed: parts.seed,
    instance: {
      n,
      neighbors: listed ? Array.from({ length: n }, (_, p) => neighborsOf(network, p)) : null,
      orientation: details.orientation ?? null,
      root: instance.root,
      ids: Array.from(instance.ids),
      values: Array.from(instance.values),
      wake_times: Array.from(instance.wakeTimes, (time) => (Number.isFinite(time) ? time : null)),
      identifiers: setting.identifiers,
    },
    cell,
  }
}

function neighborsOf(network: Graph, p: number): number[] {
  return Array.from({ length: network.degree(p) }, (_, channel) => network.neighbor(p, channel))
}
