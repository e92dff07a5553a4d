import {
  type Algorithm,
  always,
  atMost,
  type Channel,
  type ConfigurationView,
  eventually,
  exactly,
  finalQuantity,
  type Processor,
} from '../../engine/index.ts'
import { edgesFrom, shortestCircle, type Waiting, waitsAlong } from './wait-for-graph.ts'

/**
 * Chandy, Misra and Haas's detection of deadlocks: a processor that waits sends a probe along its wait-for edges, and every
 * other that waits passes it on along all of its own. If the probe comes back, all who passed it on wait for each other.
 */
type Message = { readonly type: 'probe'; readonly initiator: number }
interface Input {
  readonly id: number
  readonly fields: Readonly<Record<string, number>>
}
interface State extends Waiting {
  readonly id: number
  readonly waits: number
  initiated: boolean
  /** Whose probes it has passed on. */
  readonly seen: number[]
  declared: boolean
}

const E = finalQuantity<State>(
  'the wait-for edges that leave processors reachable from who initiates, added up over those who do',
  (final) => initiators(final).reduce((sum, p) => sum + edgesFrom(final, p), 0),
)
const C = finalQuantity<State>(
  'the length of the shortest circle of waiting processors through who initiates, the largest of these',
  (final) => Math.max(0, ...initiators(final).map((p) => shortestCircle(final, p) ?? 0)),
)

export const cmhDeadlock: Algorithm<State, Message, Input> = {
  name: 'cmh-deadlock',
  title: 'Chandy–Misra–Haas',
  summary:
    'detection of deadlocks: a probe follows the wait-for edges, and comes back where there is a circle',
  source: 'Chandy, Misra & Haas 1983',
  remarks:
    'Every processor waits for all of those, of its neighbours, that its input `waits` names, a sum of powers of two: 2^k is for the end of its channel k. Nobody stops waiting.',
  requires: { identifiers: true, fields: ['waits'] },
  terminates: false,
  wokenByMessage: 'joins',

  initially: ({ id, fields }) => ({ id, waits: fields.waits!, initiated: false, seen: [], declared: false }),

  uponStart(p, state) {
    state.initiated = true
    probe(p, state, state.id)
  },

  uponReceiving: {
    probe(p, state, { initiator }) {
      if (initiator === state.id) {
        state.declared = true
        p.mark('declared')
      } else if (!state.seen.includes(initiator)) {
        state.seen.push(initiator)
        probe(p, state, initiator)
      }
    },
  },

  bits: { probe: ({ identifier }) => identifier },

  marks: ['declared'],

  claims: {
    messages: [exactly('E', { where: { E } }), atMost('2k m')],
    'time:declared': atMost('w + C', { where: { C } }),
    time: atMost('w + n'),
  },

  properties: {
    whoDeclaresIsDeadlocked: always(declaresRightly, {
      after: (configuration, p) => declaresRightly(configuration, [p]),
    }),
    whoIsDeadlockedDeclares: eventually((final) => {
      const missing = initiators(final).find(
        (p) => !final.states[p]!.declared && shortestCircle(final, p) !== null,
      )
      return missing === undefined || `p_${missing} waits for itself, and does not declare so`
    }),
  },
}

function probe(p: Processor<Message>, state: State, initiator: number): void {
  for (let channel: Channel = 0; channel < p.degree; channel++)
    if (waitsAlong(state, channel)) p.send(channel, { type: 'probe', initiator })
}

const initiators = ({ states }: ConfigurationView<State>): number[] =>
  states.flatMap(({ initiated }, p) => (initiated ? [p] : []))

function declaresRightly(
  configuration: ConfigurationView<State>,
  asked: readonly number[] = configuration.states.map((_, p) => p),
): true | string {
  const wrong = asked.find(
    (p) => configuration.states[p]!.declared && shortestCircle(configuration, p) === null,
  )
  return wrong === undefined || `p_${wrong} declares a deadlock, but does not wait for itself`
}
