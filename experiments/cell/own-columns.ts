import {
  type AnyAlgorithm,
  applicableClaims,
  columnOf,
  dependsOnContents,
  type Execution,
  isFinal,
  messagesPerOperation,
  openOperations,
  type Setting,
  wrappingOf,
} from '../../engine/index.ts'
import type { Value } from './row.ts'

/** How many processors failed, and why the algorithm guarantees nothing; where there are faults, or it does not. */
export function faultColumns(
  { beyond }: Setting,
  { measures: { faulty } }: Execution,
): Record<string, Value> {
  return { ...(faulty !== undefined && { fa: faulty }), ...(beyond !== undefined && { beyond }) }
}

/** What was measured beside what every row has: messages by type, the largest message, when marks were made. */
export function measureColumns(algorithm: AnyAlgorithm, execution: Execution): Record<string, Value> {
  const { measures, outcome } = execution
  const { claims = {} } = algorithm
  // How far an execution came in time is not known if it failed.
  const marks = outcome.kind === 'failed' ? {} : measures.marks
  return {
    ...operationColumns(algorithm, execution),
    ...messagesByType(algorithm, execution),
    ...(dependsOnContents(algorithm) || claims['bits:max'] !== undefined
      ? { bits_max: measures.bitsMax }
      : {}),
    ...(claims['bits:load'] !== undefined ? { bits_load: measures.bitsLoad } : {}),
    ...Object.fromEntries(
      (algorithm.marks ?? []).flatMap((mark) => [
        [columnOf(`time-first:${mark}`), marks[mark]?.first ?? null],
        [columnOf(`time:${mark}`), marks[mark]?.last ?? null],
        ...(marks[mark]?.afterGst === undefined
          ? []
          : [[columnOf(`time-after-gst:${mark}`), marks[mark].afterGst]]),
      ]),
    ),
  }
}

/** What the operations of a service cost; by operation where there are several that begin something, or a claim is about it. */
function operationColumns(
  { service, claims = {} }: AnyAlgorithm,
  { measures, outcome }: Execution,
): Record<string, Value> {
  const { operations } = measures
  if (service === undefined || operations === undefined) return {}
  const failed = outcome.kind === 'failed'
  const timed = (value: number | null | undefined): Value => (failed ? null : (value ?? null))
  const begin = openOperations(service)
  const shown = Object.keys(service.operations).filter(
    (name) =>
      service.operations[name]!.unanswered !== true &&
      ((begin.length > 1 && begin.includes(name)) || claims[`response:${name}`] !== undefined),
  )
  return {
    operations: operations.completed,
    messages_per_operation: failed ? null : messagesPerOperation(measures),
    throughput: timed(operations.throughput),
    response: timed(operations.response),
    response_mean: timed(operations.responseMean),
    ...Object.fromEntries(
      shown.map((name) => [columnOf(`response:${name}`), timed(operations.responses[name])]),
    ),
    ...(service.critical !== undefined && {
      bypass: operations.bypass,
      sync_delay: timed(operations.syncDelay),
    }),
    ...(service.spread !== undefined && {
      delivery: timed(operations.delivery),
      delivery_mean: timed(operations.deliveryMean),
    }),
  }
}

/** The messages of each type, where there are several. */
function messagesByType(algorithm: AnyAlgorithm, { measures }: Execution): Record<string, number> {
  const sent = measures.messagesByType
  // The types that the algorithm declares, so that the columns do not depend on what a run happens to send.
  const types = Object.keys(algorithm.uponReceiving ?? sent)
  if (types.length < 2) return {}
  return Object.fromEntries(types.map((type) => [`messages_${type}`, sent[type] ?? 0]))
}

/**
 * What is read off the final configuration, so there must be one: the quantities of the claims that apply, as
 * `quantity_P`, and the columns that the algorithm declares.
 */
export function finalColumns(
  algorithm: AnyAlgorithm,
  setting: Setting,
  { outcome, final }: Execution,
): Record<string, Value> {
  const cut = outcome.kind === 'violated' && outcome.where !== undefined
  const ended = outcome.kind !== 'failed' && outcome.kind !== 'budget' && !cut
  const columns: Record<string, Value> = {}
  for (const { claim } of applicableClaims(algorithm, setting))
    for (const [symbol, quantity] of Object.entries(claim.where ?? {}))
      if (isFinal(quantity)) columns[`quantity_${symbol}`] = ended ? known(quantity.final(final)) : null
  for (const [name, column] of Object.entries(algorithm.columns ?? {}))
    columns[name] = ended ? column.read(final) : null
  return columns
}

/** The wrappers of an algorithm that is in some. */
export function overColumn(algorithm: AnyAlgorithm): Record<string, Value> {
  const wrapping = wrappingOf(algorithm)
  return wrapping === null ? {} : { over: wrapping.over }
}

/** How many events were followed by a check of safety, where that is not all of them. */
export function checkedColumn({ checked = null }: Execution): Record<string, Value> {
  if (checked === null || checked.events === checked.of) return {}
  return { checked: checked.events === 0 ? 'final' : `${checked.events} of ${checked.of}` }
}

const known = (value: number): number | null => (Number.isFinite(value) ? value : null)
