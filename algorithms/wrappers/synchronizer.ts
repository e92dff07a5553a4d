import {
  type AnyAlgorithm,
  arrangeBoth,
  type Claim,
  type Claims,
  type Condition,
  exactly,
  finalProperties,
  finalQuantity,
  formulaOf,
  innerClaim,
  innerColumns,
  type Knowledge,
  type Message,
  type MessageDriven,
  packing,
  type Requirements,
  type Unnamed,
} from '../../engine/index.ts'
import type { Carried, PulseState } from './pulses.ts'
import { skew } from './skew.ts'

/** The quantities of a wrapped execution: rounds and messages of the algorithm inside. */
export const R = finalQuantity<PulseState>('rounds of the algorithm inside', ({ states }) =>
  Math.max(...states.map(({ pulse }) => pulse)),
)
export const A = finalQuantity<PulseState>('messages of the algorithm inside', ({ states }) =>
  states.reduce((sum, { carried }) => sum + carried, 0),
)

/** Nobody has to be woken by a message. */
export const everyoneWakes: Condition = {
  text: 'every processor wakes by itself',
  about: ['wake-up'],
  holds: ({ instance: { wakeTimes } }) =>
    Array.prototype.every.call(wakeTimes, (time) => time !== Number.POSITIVE_INFINITY),
}

/** The parameter of all synchronizers. */
export const rounds = {
  kind: 'integer',
  min: 0,
  default: 0,
  description: 'rounds to go through; 0: as many as the algorithm takes in the synchronous model',
} as const

/** What differs from one synchronizer to the next. */
interface SynchronizerParts<S extends PulseState, M extends Message>
  extends Pick<
    MessageDriven<S, M, Knowledge, Requirements>,
    'initially' | 'arrange' | 'uponStart' | 'uponReceiving'
  > {
  /** What it requires itself. */
  readonly requires?: Requirements
  /** What is claimed of messages and of time, with R and A. */
  readonly claims: Claims
  /** Whether one message carries several of the algorithm inside. Default: false. */
  readonly together?: true
}

/**
 * An algorithm over a synchronizer: everybody starts it together, in pulse 0, whenever it wakes, and everybody terminates
 * after the last pulse.
 */
export function synchronized<S extends PulseState, M extends Message>(
  algorithm: AnyAlgorithm,
  { requires = {}, claims, together, arrange, ...parts }: SynchronizerParts<S, M>,
): Unnamed<AnyAlgorithm> {
  const { synchronous, initiators, fifo, ...asked } = algorithm.requires
  const { marks, worstIdentifiers, bestIdentifiers } = algorithm
  return {
    requires: { ...asked, ...requires },
    terminates: true,
    ...arrangeBoth(algorithm, arrange),
    ...parts,
    ...(marks && { marks }),
    claims: { ...claims, ...(together === undefined && { 'messages:carried': carriedClaims(algorithm) }) },
    properties: { skew, ...finalProperties(algorithm) },
    columns: innerColumns(algorithm),
    ...(worstIdentifiers && { worstIdentifiers }),
    ...(bestIdentifiers && { bestIdentifiers }),
  } as Unnamed<AnyAlgorithm>
}

/** Sends what the algorithm inside sends one by one, in the pulse that it is sent in. */
export const carrying = <S extends PulseState, M extends Message>(sent: (state: S, count: number) => void) =>
  packing<S, M | Carried>(
    ({ pulse, sent: place }, message) => ({ type: 'carried', pulse, place, message }),
    (state, count) => {
      state.sent += count
      state.carried += count
      sent(state, count)
    },
  )

/** What does not say when who woke: that everybody starts together may be another case than that of the run. */
const timeless = ['n', 'm', 'D', 'ecc', 'h', 'mst']

/** What is claimed of all messages of the algorithm inside, as far as it holds in whatever circumstances. */
function carriedClaims({ claims = {}, stopWhen }: AnyAlgorithm): Claim[] {
  const carried = exactly('A', { where: { A } })
  // What is sent in the last round is not carried, where such an algorithm may still send.
  if (stopWhen !== undefined) return [carried]
  const inside = [claims.messages ?? []]
    .flat()
    .filter(({ kind, when, formula, where = {} }) => {
      const known = (name: string) => timeless.includes(name) || Object.hasOwn(where, name)
      return checked.includes(kind) && when === undefined && formulaOf(formula).variables.every(known)
    })
    .map(innerClaim)
  return [carried, ...inside]
}

const checked: readonly Claim['kind'][] = ['exactly', 'at most', 'at least']
