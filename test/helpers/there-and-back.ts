import { type Algorithm, atMost, exactly, expectedAtMost, finalQuantity } from '../../engine/index.ts'

type Message = { readonly type: 'tok'; readonly hops: number } | { readonly type: 'echo' }
interface State {
  readonly isRoot: boolean
  parent: number
  depth: number
}
type Input = { readonly isRoot: boolean }

const P = finalQuantity<State>('the largest depth', ({ states }) =>
  Math.max(...states.map(({ depth }) => depth)),
)

/**
 * A token goes from one end of a path to the other, and an echo comes back; the root is at the beginning. Its claims use
 * all that a claim can speak of.
 */
export const thereAndBack: Algorithm<State, Message, Input> = {
  name: 'there-and-back',
  requires: { root: true, shape: 'tree' },
  terminates: false,
  marks: ['informed', 'done'],
  initially: ({ isRoot }) => ({ isRoot, parent: -1, depth: 0 }),
  uponStart(p, { isRoot }) {
    if (!isRoot) return
    p.mark('informed')
    p.sendToAll({ type: 'tok', hops: 1 })
  },
  uponReceiving: {
    tok(p, state, { hops }, from) {
      p.mark('informed')
      state.parent = from
      state.depth = hops
      if (p.degree === 1) p.send(from, { type: 'echo' })
      else p.sendToAllExcept(from, { type: 'tok', hops: hops + 1 })
    },
    echo(p, state, message) {
      p.mark('informed')
      if (state.isRoot) p.mark('done')
      else p.send(state.parent, message)
    },
  },
  bits: { tok: ({ count }, { hops }) => count + hops, echo: () => 1 },
  columns: {
    depth: {
      description: 'the largest depth',
      read: ({ states }) => Math.max(...states.map(({ depth }) => depth)),
    },
  },
  claims: {
    'messages:tok+messages:echo': exactly('2m'),
    messages: [exactly('2P', { where: { P } }), expectedAtMost('2n')],
    time: atMost('2P', { where: { P } }),
    'time-first:informed': exactly('0'),
    'time:informed': atMost('ecc'),
    'time:done': atMost('2ecc'),
    'column:depth': exactly('ecc'),
    bits: exactly('n(n - 1)/2 + (n - 1)c + (n - 1)', {
      where: {
        c: { description: 'bits of a count', value: ({ network }) => Math.ceil(Math.log2(network.n + 1)) },
      },
    }),
    'bits:max': atMost('2n'),
  },
}
