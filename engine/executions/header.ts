import type { Cell } from '../cell.ts'
import type { FaultPlan } from '../faults/index.ts'
import type { Instance, Setting } from '../model/index.ts'
import { ChannelRow } from '../topology/channel-row.ts'
import type { Graph } from '../topology/graph.ts'
import type { ByteWriter } from './byte-writer.ts'
import { executionFormat, type Header, type RecordedInstance } from './format.ts'

/** What the header of a recorded execution is made from. */
export interface HeaderParts {
  readonly algorithm: string
  /** The user's module that has the algorithm. Default: null, the catalogue's. */
  readonly module?: string | null
  /** The users' modules that have the families of the cell's specs. Default: none. */
  readonly families?: readonly string[]
  readonly instance: Instance & { readonly network: Graph }
  readonly setting: Pick<Setting, 'timing' | 'unitDelays' | 'identifiers' | 'workload' | 'faults'>
  /** Whether no delay exceeds 1. */
  readonly bounded: boolean
  readonly fifo: boolean
  readonly seed: number
  /** What fails, with which the execution runs. Default: nothing. */
  readonly plan?: Pick<FaultPlan, 'failing' | 'liars'> | null | undefined
  /** The rule for the clocks. Default: that of the cell, else perfect ones, if the instance has clocks. */
  readonly clocks?: string
  readonly cell?: Cell | null
}

/** The header of a recorded execution, the network aside. */
export function headerOf(parts: HeaderParts): Header {
  const { instance, setting, cell = null } = parts
  return {
    format: executionFormat,
    algorithm: parts.algorithm,
    module: parts.module ?? null,
    ...(parts.families && parts.families.length > 0 && { families: parts.families }),
    timing: setting.timing,
    delay_max: parts.bounded ? 1 : null,
    unit_delays: setting.unitDelays,
    fifo: parts.fifo,
    seed: parts.seed,
    ...(instance.clocks !== null && { clocks: parts.clocks ?? cell?.clocks ?? 'perfect' }),
    ...(setting.workload !== undefined && { workload: setting.workload }),
    ...(setting.faults !== undefined && { faults: setting.faults, ...whoFails(parts.plan) }),
    instance: instanceFields(instance, setting.identifiers, cell),
    cell,
  }
}

/** An instance as headers have it. */
export function instanceFields(
  instance: HeaderParts['instance'],
  identifiers: string,
  cell: Cell | null,
): RecordedInstance {
  const { network } = instance
  return {
    n: network.n,
    orientation: network.details.orientation ?? null,
    root: instance.root,
    ids: Array.from(instance.ids),
    values: Array.from(instance.values),
    ...(Object.keys(instance.fields).length > 0 && {
      fields: Object.fromEntries(
        Object.entries(instance.fields).map(([name, list]) => [name, Array.from(list)]),
      ),
    }),
    ...(instance.delayBounds !== null && {
      delay_bounds: [instance.delayBounds.min, instance.delayBounds.max],
    }),
    ...((instance.f ?? 0) > 0 && { f: instance.f! }),
    wake_times: Array.from(instance.wakeTimes, (time) => (Number.isFinite(time) ? time : null)),
    identifiers,
    // Of a huge network they are built, like its channels, from the cell.
    ...(instance.weights !== null && !isBuilt(network, cell) && { weights: Array.from(instance.weights) }),
  }
}

function whoFails(plan: HeaderParts['plan']): Pick<Header, 'may_fail' | 'liars'> {
  if (plan == null) return {}
  const liars = [...plan.liars.keys()].sort((a, b) => a - b)
  return { may_fail: plan.failing, ...(liars.length > 0 && { liars }) }
}

/** A header as it is written: in the format, a cell without delays has the text "" for them. */
export const writtenHeader = ({ cell, ...header }: Header): object => ({
  ...header,
  cell: cell && { ...cell, delay: cell.delay ?? '' },
})

/** Networks of more channels than this are recorded by the cell that builds them, not by their neighbours. */
const listedChannelsMax = 1_000_000

const isBuilt = ({ m }: Graph, cell: Cell | null): boolean => m > listedChannelsMax && cell !== null

/** The line of a header, with the network in it unless it is huge and the header has the cell that builds it. */
export function writeHeader(line: ByteWriter, header: Header, network: Graph): void {
  line.text(JSON.stringify(writtenHeader(header)).slice(0, -1))
  line.ascii(',"neighbors":')
  if (isBuilt(network, header.cell)) line.ascii('null}\n')
  else {
    const row = new ChannelRow(network)
    for (let p = 0; p < network.n; p++) {
      row.read(p)
      line.ascii(p === 0 ? '[[' : '],[')
      for (let i = row.begin; i < row.end; i++) {
        if (i > row.begin) line.ascii(',')
        line.natural(row.neighbors[i]!)
      }
    }
    line.ascii(']]}\n')
  }
}
