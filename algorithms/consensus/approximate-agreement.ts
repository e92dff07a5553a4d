import {
  type Algorithm,
  allAwakeAtZero,
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
import { between, halved, S, spread } from './nearness.ts'

type Message = { readonly type: 'value'; readonly round: number; readonly value: number }
type Input = { readonly value: number; readonly f: number }
interface State extends Deciding {
  readonly f: number
  round: number
  value: number
  /** By round, the values of this round or later ones that it has heard, its own among them. */
  heard: Record<number, readonly number[]>
}

/**
 * Approximate agreement where processors crash, without rounds that are given: in each of its own rounds everyone sends its
 * value, waits for n − f values of the round, and takes the middle between the least and the largest. Any two have heard
 * one value in common, so that their middles are at most half as far apart as all values were.
 */
export const approximateAgreement = /* @__PURE__ */ parametrised({
  name: 'approximate-agreement',
  title: 'Approximate agreement',
  summary: 'asynchronous: values come together by half in each round, whichever processors crash',
  parameters: { rounds: { kind: 'integer', min: 1, default: 4, description: 'rounds before it decides' } },
  create: ({ rounds }) => inRounds(rounds),
})

function inRounds(rounds: number): Unnamed<Algorithm<State, Message, Input>> {
  return {
    summary: 'everyone takes the middle of the n − f values that it hears, round by round',
    source: 'Dolev, Lynch, Pinter, Stark & Weihl 1986; Fekete 1990',
    remarks:
      'Consensus is impossible here without coins, even if one may crash. Values are halved exactly, as floating-point numbers are.',
    requires: { resilience: 'n > 2f', shape: 'complete' },
    tolerates: ['crash'],
    terminates: true,
    marks: ['decided'],

    initially: ({ value, f }) => ({ f, round: 0, value, heard: {}, decided: null }),

    uponStart(p, state) {
      begin(p, state)
      goOn(p, state, rounds)
    },

    uponReceiving: {
      value(p, state, { round, value }) {
        if (round >= state.round) hear(state, round, value)
        goOn(p, state, rounds)
      },
    },

    claims: {
      messages: [exactly('rounds n (n - 1)', { when: withoutFaults }), atMost('rounds n (n - 1)')],
      'time:decided': [atMost('rounds', { when: allAwakeAtZero }), atMost('w + rounds + 1')],
      'column:spread': atMost('S/2^rounds', { where: { S } }),
    },

    properties: {
      validity: between('all'),
      agreement: halved(rounds, 'all'),
      termination: consensus.termination,
    },
    columns: { spread },
  }
}

function hear(state: State, round: number, value: number): void {
  state.heard[round] = [...(state.heard[round] ?? []), value]
}

function begin(p: Processor<Message>, state: State): void {
  state.round++
  p.sendToAll({ type: 'value', round: state.round, value: state.value })
  hear(state, state.round, state.value)
}

/** Goes on for as long as it has heard from n − f. */
function goOn(p: Processor<Message>, state: State, rounds: number): void {
  for (;;) {
    const heard = state.heard[state.round] ?? []
    if (heard.length < p.degree + 1 - state.f) return
    delete state.heard[state.round]
    state.value = (Math.min(...heard) + Math.max(...heard)) / 2
    if (state.round === rounds) return decide(p, state, state.value)
    begin(p, state)
  }
}
