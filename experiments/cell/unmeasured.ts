import { type Cell, type ComputedInstance, understood } from '../../engine/index.ts'
import { oneLine } from './one-line.ts'
import type { Row, Value } from './row.ts'

/** The row of a cell that was never measured. */
export function unmeasured(
  cell: Cell,
  experiment: string,
  outcome: 'failed' | 'budget',
  detail: string | null,
): Row {
  return {
    experiment,
    ...cell,
    m: null,
    diameter: null,
    root_eccentricity: null,
    outcome,
    messages: null,
    bits: null,
    time: null,
    delay_max: null,
    comp_events: null,
    messages_claim: null,
    messages_verdict: null,
    time_claim: null,
    time_verdict: null,
    evidence: cell.evidence ?? 'sampled',
    detail: detail && oneLine(detail),
    verdicts: [],
    extra: {},
  }
}

/** What there is to say of a network that came from a file, or that had to be connected. */
export function fromSource({ network, root }: ComputedInstance): Record<string, Value> {
  const { labels, readAs, notes: done = [] } = network.details
  // What can be taken for nothing else need not be said in every row.
  const notes = readAs === undefined || readAs.plain ? done : [understood(network)!, ...done]
  return {
    ...(labels === undefined ? {} : { root_label: labels.at(root)! }),
    ...(notes.length === 0 ? {} : { topology_notes: notes.join('; ') }),
  }
}
