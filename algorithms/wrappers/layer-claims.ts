/** What layers on broadcasts can rest on and claim, in terms of the service below. */
import {
  type AnyAlgorithm,
  broadcasts,
  type Claim,
  type Claims,
  formulaOf,
  innerClaim,
  innerClaims,
  type Quantity,
  type Service,
} from '../../engine/index.ts'
import { isLayer } from './layer.ts'

/** What a broadcast service promises beside that all is delivered everywhere, once. */
export const promises = ({ service }: AnyAlgorithm) => {
  const has = (property: string) => Object.hasOwn(service?.properties ?? {}, property)
  return {
    fifo: has('fifoOrder') || has('causalOrder'),
    causal: has('causalOrder'),
    total: has('totalOrder'),
  }
}

/** The service that promises so much. Broadcasts in one order that keeps that of each sender are causally ordered, too. */
export function promising({ fifo = false, causal = false, total = false }): Service {
  if (total) return fifo || causal ? broadcasts.causalTotal : broadcasts.total
  if (causal) return broadcasts.causal
  return fifo ? broadcasts.fifo : broadcasts.reliable
}

/** Why a layer cannot lie on this algorithm: it offers no broadcasts; null if it can. */
export const offersNoBroadcasts = ({ service }: AnyAlgorithm): string | null =>
  service?.spread?.operation === 'broadcast' ? null : 'it offers no broadcasts'

/** The same for a layer that rests on the order of each sender. `name` is that of the layer. */
export const noSenderOrder = (algorithm: AnyAlgorithm, name: string): string | null =>
  offersNoBroadcasts(algorithm) ??
  (promises(algorithm).fifo
    ? null
    : `its broadcasts of one sender may change places (put their order between, as in fifo-order+${name})`)

/** The same for a layer that rests on one order for all; `below` is what has to lie below that order, such as `fifo-order+`. */
export const noTotalOrder = (algorithm: AnyAlgorithm, name: string, below = ''): string | null =>
  offersNoBroadcasts(algorithm) ??
  (promises(algorithm).total
    ? null
    : `its broadcasts come in no order that is the same for all (put one between, as in ${below}sequencer-order+${name})`)

/** How many broadcasts a layer has made below: a formula, and the quantities in it. */
interface Count {
  readonly count: string
  readonly where?: Readonly<Record<string, Quantity>>
}

/** Of a layer that has made one broadcast below for each operation: all that is claimed of these, but for when they are delivered. */
export function claimsOneToOne(algorithm: AnyAlgorithm): Claims {
  const { delivery, ...claims } = innerClaims(algorithm, { types: isLayer(algorithm) })
  return claims
}

/** What is claimed of the messages of the service below, where so many broadcasts were made there. */
export const messagesBelow = ({ claims = {} }: AnyAlgorithm, count: Count): Claim[] =>
  inNumberOf(claims.messages, count)

/** The same of the messages of each type, for a layer that adds none. */
export const typesBelow = (algorithm: AnyAlgorithm, count: Count): Claims =>
  Object.fromEntries(
    Object.entries(isLayer(algorithm) ? (algorithm.claims ?? {}) : {})
      .filter(([measure]) => measure.startsWith('messages:'))
      .map(([measure, claims]) => [measure, inNumberOf(claims, count)]),
  )

/**
 * The same of so many of all broadcasts, those that were asked for or those of the layer: known where each costs the same,
 * and not less with others.
 */
export const messagesOf = (algorithm: AnyAlgorithm, count: Count): Claim[] =>
  unconditional(algorithm, 'messages_per_operation')?.kind === 'exactly'
    ? messagesBelow(algorithm, count).filter(({ when }) => when === undefined)
    : []

/** What so many broadcasts cost at most together; `times` is one factor. */
export const messagesAtMost = (algorithm: AnyAlgorithm, times = '1'): Claim[] =>
  timesAtMost(algorithm, 'messages_per_operation', times)

/** The time in which so many broadcasts are delivered, of which each waits for the one before. */
export const deliveredWithin = (algorithm: AnyAlgorithm, times = '1'): Claim[] =>
  timesAtMost(algorithm, 'delivery', times)

function timesAtMost(algorithm: AnyAlgorithm, measure: keyof Claims, times: string): Claim[] {
  const one = unconditional(algorithm, measure)
  return one === null ? [] : [{ ...one, kind: 'at most', formula: product(times, one.formula) }]
}

/** A bound from above that holds in whatever circumstances; null if none is claimed. */
function unconditional({ claims = {} }: AnyAlgorithm, measure: keyof Claims): Claim | null {
  const found = [claims[measure] ?? []]
    .flat()
    .find(({ kind, when }) => when === undefined && (kind === 'exactly' || kind === 'at most'))
  return found === undefined ? null : innerClaim(found)
}

/** Claims in which c, the operations of the service below, is another number; not those that use its symbols for something else. */
const inNumberOf = (claims: Claim | readonly Claim[] = [], { count, where = {} }: Count): Claim[] =>
  [claims]
    .flat()
    .filter(holdsForAnyUse)
    .filter((claim) => !Object.keys(claim.where ?? {}).some((symbol) => Object.hasOwn(where, symbol)))
    .map(innerClaim)
    .map((claim) => ({
      ...claim,
      formula: claim.formula.replace(operations, isName(count) ? count : `(${count})`),
      where: { ...claim.where, ...where },
    }))

/** A layer does not use the service below as the workload says. */
const holdsForAnyUse = ({ when }: Claim): boolean =>
  when === undefined || (when.about !== undefined && !when.about.includes('workload'))

/** The variable c in a formula, in 2c as well. */
const operations = /(?<![A-Za-z_])c(?![A-Za-z0-9_])/g

const isName = (source: string): boolean => /^[A-Za-z]\w*$/.test(source)

function product(a: string, b: string): string {
  const isNumber = (source: string) => formulaOf(source).variables.length === 0
  if (isNumber(a) && isNumber(b)) return String(Number(a) * Number(b))
  if (a === '1') return b
  return isName(b) ? `${a} ${b}` : `${a} (${b})`
}
