import type { Algorithm, ObliviousModel, Random } from '../../engine/index.ts'

/** The jobs of each logical process at the beginning; none is ever lost. */
export const jobsPerProcess = 16

/**
 * PHOLD (Fujimoto 1990), the benchmark of discrete-event simulators: whoever receives a job passes it on to a process
 * drawn at random. Here it goes to a random neighbour on a network in which everyone has 8. It never ends by itself.
 */
type Message = { readonly type: 'job' }
interface State {
  /** Draws the channels: a linear congruential generator, which costs next to nothing. */
  word: number
}

const job: Message = { type: 'job' }

export const phold: Algorithm<State, Message, { readonly id: number }> = {
  name: 'phold',
  requires: { identifiers: true },
  terminates: false,

  initially: ({ id }) => ({ word: Math.imul(id, 0x9e3779b1) }),

  uponStart(p, state) {
    for (let i = 0; i < jobsPerProcess; i++) p.send(nextChannel(state), job)
  },

  uponReceiving: {
    job(p, state) {
      p.send(nextChannel(state), job)
    },
  },
}

/** The three highest bits are the most random ones. */
function nextChannel(state: State): number {
  state.word = (Math.imul(state.word, 1664525) + 1013904223) | 0
  return state.word >>> 29
}

/** The lookahead of 0.1, below which no job stays, and an exponential time of mean 0.9 on top: 1 on average. */
export const pholdDelays = (stream: Random): ObliviousModel => ({
  kind: 'independent',
  bounded: false,
  fill(block) {
    stream.fillPositive(block)
    for (let i = 0; i < block.length; i++) block[i] = 0.1 - 0.9 * Math.log(block[i]!)
  },
})
