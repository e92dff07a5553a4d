import {
  type Algorithm,
  atMost,
  consensus,
  type Deciding,
  exactly,
  type Processor,
  parametrised,
  type Unnamed,
  withoutFaults,
} from '../../engine/index.ts'
import { decide } from './decide.ts'
import { between, correctS, halved, spread } from './nearness.ts'

type Message = { readonly type: 'value'; readonly value: number }
type Input = { readonly value: number; readonly f: number }
interface State extends Deciding {
  readonly f: number
  round: number
  value: number
}

/**
 * Approximate agreement among liars: in each round everyone sends its value, leaves out the f least and the f largest that
 * it has, and takes the middle of what is left. That lies between values of correct processors, and around those that have
 * f + 1 correct ones on either side, which all of them have in common.
 */
export const approximateAgreementByzantine = /* @__PURE__ */ parametrised({
  name: 'approximate-agreement-byzantine',
  title: 'Approximate agreement, n > 3f',
  summary: 'in rounds: values come together by half in each, whichever processors lie',
  parameters: { rounds: { kind: 'integer', min: 1, default: 4, description: 'rounds before it decides' } },
  create: ({ rounds }) => inRounds(rounds),
})

function inRounds(rounds: number): Unnamed<Algorithm<State, Message, Input>> {
  return {
    summary: 'everyone leaves out the f least and the f largest values, and takes the middle of the others',
    source: 'Dolev, Lynch, Pinter, Stark & Weihl 1986',
    remarks:
      'In place of a value that does not come a processor takes its own. The paper takes a mean of every f-th value in place of the middle, which for n > 4f brings values together faster.',
    requires: { resilience: 'n > 3f', shape: 'complete', synchronous: true, initiators: 'together' },
    tolerates: ['byzantine'],
    terminates: true,
    marks: ['decided'],

    initially: ({ value, f }) => ({ f, round: 0, value, decided: null }),

    uponStart: sendValue,

    uponRound(p, state, inbox) {
      state.round++
      const values = new Array<number>(p.degree + 1).fill(state.value)
      for (const { message, from } of inbox) values[from] = message.value
      const left = values.sort((a, b) => a - b).slice(state.f, values.length - state.f)
      // Of n ≤ 2f nothing is left, for which it is not made.
      if (left.length > 0) state.value = (left[0]! + left.at(-1)!) / 2
      if (state.round < rounds) return sendValue(p, state)
      decide(p, state, state.value)
    },

    alphabet: ({ values }) => [-1000, 1000, ...new Set(values)].map((value) => ({ type: 'value', value })),

    claims: {
      messages: [exactly('rounds n (n - 1)', { when: withoutFaults }), atMost('rounds n (n - 1)')],
      time: atMost('rounds'),
      'time:decided': exactly('rounds'),
      'column:spread': atMost('S/2^rounds', { where: { S: correctS } }),
    },

    properties: {
      validity: between('correct'),
      agreement: halved(rounds, 'correct'),
      termination: consensus.termination,
    },
    columns: { spread },
  }
}

function sendValue(p: Processor<Message>, { value }: State): void {
  p.sendToAll({ type: 'value', value })
}
