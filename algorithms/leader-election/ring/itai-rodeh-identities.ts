import {
  type Algorithm,
  exactly,
  expected,
  finalQuantity,
  type Instance,
  LEFT,
  type Processor,
  parametrised,
  type Unnamed,
} from '../../../engine/index.ts'
import { electsOne } from '../elected.ts'
import { noneUnique } from './none-unique.ts'

/**
 * Election on an anonymous synchronous ring of known size with few identities: in a phase of n rounds all draw one and
 * hear those of all; the largest that only one has drawn elects, and if there is none, all draw again. After Itai &
 * Rodeh 1990.
 */
type Message = { readonly type: 'identity'; readonly identity: number }
type Input = { readonly n: number }
interface State {
  readonly n: number
  identity: number
  phase: number
  /** What was drawn in this phase, as far as it has come. */
  heard: number[]
  elected: boolean | null
}

const R = finalQuantity<State>('the phases', ({ states }) => states[0]!.phase)

export const itaiRodehIdentities = /* @__PURE__ */ parametrised({
  name: 'itai-rodeh-identities',
  title: 'Itai–Rodeh with few identities',
  summary:
    'on an anonymous synchronous ring of known size, the largest identity that one alone has drawn wins',
  parameters: {
    k: {
      kind: 'integer',
      min: 0,
      default: 0,
      description: 'how many identities there are; 0: as many as processors',
    },
  },
  create: ({ k }) => election(k),
})

function election(k: number): Unnamed<Algorithm<State, Message, Input>> {
  const S = {
    description: 'the probability that one alone has drawn some identity',
    value: ({ network: { n } }: Instance) => 1 - noneUnique(n, k || n),
  }

  function draw(p: Processor<Message>, state: State): void {
    state.phase++
    state.heard = []
    state.identity = 1 + Math.floor(p.random() * (k || state.n))
    p.send(LEFT, { type: 'identity', identity: state.identity })
  }

  return {
    summary:
      'on an anonymous synchronous ring of known size, the largest identity that one alone has drawn wins',
    source: 'Itai & Rodeh 1990; Hartmanns et al. 2019',
    requires: {
      size: true,
      coins: true,
      shape: 'ring',
      orientation: true,
      synchronous: true,
      initiators: 'together',
    },
    terminates: true,

    initially: ({ n }) => ({ n, identity: 0, phase: 0, heard: [], elected: null }),

    uponStart: draw,

    uponRound(p, state, inbox) {
      const { message } = inbox[0]!
      state.heard.push(message.identity)
      // After n rounds its own is home.
      if (state.heard.length < state.n) return p.send(LEFT, message)
      const winner = largestUnique(state.heard)
      if (winner === null) return draw(p, state)
      state.elected = state.identity === winner
      p.terminate()
    },

    bits: { identity: ({ count }) => (k === 0 ? count : Math.ceil(Math.log2(k + 1))) },

    claims: {
      messages: [exactly('n^2 R', { where: { R } }), expected('n^2/S', { where: { S } })],
      time: [exactly('n R', { where: { R } }), expected('n/S', { where: { S } })],
    },

    properties: electsOne,
  }
}

/** The largest that stands there once; null if there is none. */
function largestUnique(drawn: readonly number[]): number | null {
  const [once, twice] = [new Set<number>(), new Set<number>()]
  for (const identity of drawn) (once.has(identity) ? twice : once).add(identity)
  return [...once].reduce<number | null>(
    (best, identity) => (twice.has(identity) || identity < (best ?? 0) ? best : identity),
    null,
  )
}
