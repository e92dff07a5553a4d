import { type Algorithm, allAwakeAtZero, atMost, eventually } from 'admissible'

type Message = { readonly type: 'candidate'; readonly id: number }
interface State {
  largest: number
}

/** Everyone learns the largest identifier: whoever hears of a larger one tells the others. No one knows when it is over. */
export const floodMax: Algorithm<State, Message, { readonly id: number }> = {
  name: 'flood-max',
  title: 'FloodMax',
  summary: 'the largest identifier reaches everyone',
  requires: { identifiers: true },
  terminates: false,

  initially: ({ id }) => ({ largest: id }),

  uponStart(p, state) {
    p.sendToAll({ type: 'candidate', id: state.largest })
  },

  uponReceiving: {
    candidate(p, state, { id }, from) {
      if (id <= state.largest) return
      state.largest = id
      p.sendToAllExcept(from, { type: 'candidate', id })
    },
  },

  claims: {
    // A processor sends at most once for each of the n identifiers, on each of its channels; there are 2m ends of these.
    messages: atMost('2m n'),
    // The largest identifier is at distance d by time d; the copies that the farthest send arrive one unit later.
    time: atMost('D + 1', { when: allAwakeAtZero }),
  },

  properties: {
    everyoneKnows: eventually(({ instance, states }) => {
      const largest = Math.max(...Array.from(instance.ids))
      return (
        states.every((state) => state.largest === largest) || 'somebody does not know the largest identifier'
      )
    }),
  },
}
