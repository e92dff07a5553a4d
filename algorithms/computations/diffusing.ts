import {
  type Algorithm,
  atMost,
  exactly,
  type Processor,
  parametrised,
  several,
  type Unnamed,
} from '../../engine/index.ts'

/**
 * A diffusing computation: the root starts with work, keeps one piece and gives the others away in parts, over channels by
 * chance; so does whoever gets some. Each message is one piece of work. Nobody sees when all is done.
 */
type Message = {
  readonly type: 'work'
  /** How many messages it stands for, with itself. */
  readonly pieces: number
}
type Input = { readonly isRoot: boolean }
interface State {
  readonly isRoot: boolean
  done: number
}

const summary = 'the root gives work away in parts, and so does whoever gets some'

/** The family of diffusing computations, by the number of their messages. */
export const diffusing = /* @__PURE__ */ parametrised({
  name: 'diffusing',
  title: 'Diffusing computation',
  summary,
  parameters: {
    F: { kind: 'integer', min: 1, default: 100, description: 'messages in all' },
  },
  create: ({ F }): Unnamed<Algorithm<State, Message, Input>> => ({
    summary,
    source: 'Dijkstra & Scholten 1980',
    requires: { root: true, coins: true },
    terminates: false,

    initially: ({ isRoot }) => ({ isRoot, done: 0 }),

    uponStart(p, state) {
      if (state.isRoot) share(p, F)
    },

    uponReceiving: {
      work(p, state, { pieces }) {
        state.done++
        share(p, pieces - 1)
      },
    },

    claims: {
      messages: exactly('F', { when: several }),
      time: atMost('w + F'),
    },
  }),
})

/** Gives pieces away: as many as come by chance over one channel, then over another. */
function share(p: Processor<Message>, pieces: number): void {
  if (p.degree === 0) return
  for (let left = pieces; left > 0; ) {
    const part = 1 + Math.floor(p.random() * left)
    left -= part
    p.send(Math.floor(p.random() * p.degree), { type: 'work', pieces: part })
  }
}
