import {
  type Algorithm,
  allAwakeAtZero,
  atMost,
  both,
  type ConfigurationView,
  consensus,
  exactly,
  several,
  unitDelays,
  withoutFaults,
} from '../../engine/index.ts'
import { coordinatorOf, decide, enter, goOn, type Message, type State } from './chandra-toueg-rounds.ts'
import { type Placed, places, placesOf } from './places.ts'

type Input = Placed & { readonly n: number }

const r = {
  description: 'the rounds that were begun',
  final: ({ states }: ConfigurationView) =>
    (states as readonly State[]).reduce((most, { round }) => Math.max(most, round), 1),
}

/** After so many, it waits for messages alone; else it would go on for ever where a majority has crashed. */
const looksMax = 10_000

const smooth = both(both(withoutFaults, several), allAwakeAtZero)

/**
 * Consensus by a rotating coordinator: it gathers estimates from a majority, proposes the one that was adopted last, and
 * decides when a majority has adopted that. Whoever suspects it goes on to the next round, with the next coordinator. Two
 * majorities have a processor in common, so all later coordinators propose what one has decided; and there comes a round
 * whose coordinator nobody suspects.
 */
export const chandraToueg: Algorithm<State, Message, Input> = {
  name: 'chandra-toueg',
  title: 'Chandra–Toueg',
  summary: 'consensus by a rotating coordinator, whom a failure detector ◇S may suspect',
  source: 'Chandra & Toueg 1996',
  remarks:
    'Whoever has adopted a proposal waits until it hears of the decision, suspects the coordinator, or hears of the next round, of which all are told from the second on. The failure detector is asked once in a unit of time, 10,000 times at most.',
  requires: { ...places, size: true, resilience: 'n > 2f', initiators: 'all', clocks: true, detector: '◇S' },
  tolerates: ['crash'],
  terminates: true,
  marks: ['decided'],

  initially(input) {
    const { place, places: others } = placesOf(input)
    const coordinators = Array.from({ length: others.length + 1 }, (_, one) =>
      one === place ? null : others.indexOf(one),
    )
    return {
      n: input.n,
      coordinators,
      value: input.value,
      since: 0,
      round: 0,
      phase: 'proposal',
      estimates: [],
      proposals: [],
      acks: [],
      looks: 0,
      decided: null,
    }
  },

  uponStart(p, state) {
    p.setTimer('look', 1)
    enter(p, state)
  },

  uponTimeout: {
    look(p, state) {
      if (++state.looks < looksMax) p.setTimer('look', 1)
      const coordinator = coordinatorOf(state)
      if (coordinator !== null && p.suspects(coordinator)) enter(p, state)
    },
  },

  uponReceiving: {
    estimate(p, state, { round, value, since }, from) {
      if (round < state.round) return
      state.estimates.push({ round, value, since, from })
      goOn(p, state)
    },
    propose(p, state, { round, value }) {
      if (round < state.round) return
      state.proposals.push({ round, value })
      goOn(p, state)
    },
    ack(p, state, { round }, from) {
      if (round !== state.round) return
      state.acks.push(from)
      goOn(p, state)
    },
    decide: (p, state, { value }) => decide(p, state, value),
  },

  claims: {
    // In the first round everyone sends its estimate, hears a proposal and replies; all tell all of the decision. Who hears of
    // that first, replies no more. In each later round estimates go to all.
    messages: [
      exactly('(n - 1)(n + 3)', { when: both(smooth, unitDelays) }),
      atMost('(n - 1)(n + 3) + (r - 1)(n - 1)(n + 2)', { where: { r } }),
    ],
    'time-first:decided': [exactly('3', { when: both(smooth, unitDelays) }), atMost('3', { when: smooth })],
    'time:decided': [exactly('4', { when: both(smooth, unitDelays) }), atMost('4', { when: smooth })],
  },

  properties: {
    agreement: consensus.uniformAgreement,
    validity: consensus.validity,
    termination: consensus.termination,
  },
  columns: { rounds_begun: { description: 'the rounds that were begun', read: r.final } },
}
