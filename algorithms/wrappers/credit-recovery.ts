import {
  type AnyAlgorithm,
  atMost,
  type Channel,
  exactly,
  finalQuantity,
  Inside,
  type Processor,
  packingEach,
  riding,
  wrapperFamily,
} from '../../engine/index.ts'
import { distancesFrom } from '../distances-from.ts'
import {
  type Basic,
  type Detecting,
  detectionClaims,
  detectionProperties,
  M,
  undetected,
} from './detection.ts'
import { onlyRootStarts } from './dijkstra-scholten.ts'

/**
 * Credit recovery: the root begins with credit 1, and every message carries half of a part of its sender's. Whoever has
 * processed a message gives its credit back to the root, along a spanning tree. When the root has all of it, nobody else has
 * any, and all is over. Mattern 1989; Huang 1989.
 */
type Message =
  /** The credit is 2^−share. */
  (Basic & { readonly share: number }) | { readonly type: 'credit'; readonly shares: readonly number[] }

interface State extends Detecting {
  readonly parent: Channel | null
  /** The credit, as the powers of 1/2 that it is the sum of: in increasing order, none twice. */
  shares: number[]
}

/** What comes to a processor at depth d of the tree is given back in d steps. */
const S = finalQuantity<State>('depths of all to whom messages came', ({ states, instance }) => {
  const depths = distancesFrom(instance.network, instance.root)
  return states.reduce((sum, { received }, p) => sum + received * depths[p]!, 0)
})

export const creditRecovery = wrapperFamily({
  name: 'credit-recovery',
  title: 'credit recovery',
  summary: 'every message carries credit, and the root detects termination when all has come back',
  source: 'Mattern 1989; Huang 1989',
  takes: 'asynchronous',
  problem: onlyRootStarts,

  wrap(algorithm: AnyAlgorithm) {
    const inside = new Inside<State, Message>(
      algorithm,
      packingEach<State, Message>((state, message) => {
        state.sent++
        return { type: 'carried', share: halve(state), message }
      }),
    )
    return riding<State, Message>(algorithm, inside, {
      requires: { spanningTree: true, root: true },
      marks: ['detected'],
      state: ({ parent }) => ({ ...undetected, parent, shares: parent === null ? [0] : [] }),
      uponStart(p, state) {
        if (state.parent !== null) return
        inside.start(p, state)
        rest(p, state)
      },
      uponReceiving: {
        carried(p, state, { share, message }, from) {
          state.received++
          state.shares = withShare(state.shares, share)
          inside.receive(p, state, message, from)
          rest(p, state)
        },
        credit(p, state, { shares }) {
          if (state.parent !== null) return p.send(state.parent, { type: 'credit', shares })
          state.shares = shares.reduce(withShare, state.shares)
          rest(p, state)
        },
      },
      claims: {
        messages: [exactly('M + S', { where: { M, S } }), atMost('(h + 1)M', { where: { M } })],
        'messages:credit': exactly('S', { where: { S } }),
        ...detectionClaims(algorithm, 'h'),
      },
      properties: detectionProperties,
    })
  },
})

/** Whoever has processed a message gives back what credit it has; the root, which keeps it, sees whether that is all. */
function rest(p: Processor<Message>, state: State): void {
  const { parent, shares } = state
  if (parent !== null) {
    p.send(parent, { type: 'credit', shares })
    state.shares = []
  } else if (shares[0] === 0 && !state.detected) {
    p.mark('detected')
    state.detected = true
  }
}

/** Takes half of the smallest part of the credit. The other half stays. */
function halve(state: State): number {
  const half = state.shares.at(-1)! + 1
  state.shares = [...state.shares.slice(0, -1), half]
  return half
}

/** The sum of a credit and 2^−share: two equal powers are one of the next. */
function withShare(shares: readonly number[], share: number): number[] {
  const kept = [...shares]
  let sum = share
  for (let at = kept.indexOf(sum); at >= 0; at = kept.indexOf(sum)) {
    kept.splice(at, 1)
    sum--
  }
  return [...kept, sum].sort((a, b) => a - b)
}
