import {
  type Algorithm,
  atMost,
  type Channel,
  type ConfigurationView,
  exactly,
  type Finding,
  type Instance,
  type Processor,
  parametrised,
  type Unnamed,
  withoutFaults,
} from '../../engine/index.ts'
import { distancesFrom } from '../distances-from.ts'

type Message = { readonly type: 'tree'; readonly leader: number; readonly distance: number }
type Input = { readonly id: number; readonly n: number }
interface State {
  readonly id: number
  readonly n: number
  /** The identifier of the root, as far as it knows, how far away it is, and where. */
  leader: number
  distance: number
  parent: Channel | null
}

/**
 * A spanning tree of shortest paths from the processor with the largest identifier, from whatever states. In every round
 * each takes the largest identifier of which a neighbour knows, as near as possible, or else its own. An identifier that
 * nobody has is remembered at distances that grow in every round, so that a bound on distances makes everyone forget it.
 */
export const selfStabilisingTree = /* @__PURE__ */ parametrised({
  name: 'self-stabilising-tree',
  title: 'Self-stabilising tree',
  summary: 'a spanning tree of shortest paths from the largest identifier, from any initial states',
  parameters: {
    bound: {
      kind: 'text',
      choices: ['n', 'none'],
      default: 'n',
      description:
        'below what distances must stay; without a bound identifiers that nobody has are never forgotten',
    },
  },
  create: ({ bound }) => tree(bound === 'n'),
})

/** The processor that comes to be the root. */
const largest = ({ ids }: Instance): number =>
  Array.from(ids).reduce((best, id, p) => (id > ids[best]! ? p : best), 0)

const e = {
  description: 'the largest distance from the processor with the largest identifier',
  value: (instance: Instance) =>
    distancesFrom(instance.network, largest(instance)).reduce((most, one) => Math.max(most, one), 0),
}

function tree(bounded: boolean): Unnamed<Algorithm<State, Message, Input>> {
  return {
    summary: 'in every round each takes the largest identifier of which a neighbour knows, or its own',
    source: 'Arora & Gouda 1994, the tree of their distributed reset; Dolev 2000',
    remarks:
      'It never falls silent: an execution is stopped when the tree is right. That it then stays so is seen by exploration.',
    requires: { identifiers: true, size: true, synchronous: true, initiators: 'together' },
    tolerates: bounded ? ['arbitrary-state'] : [],
    terminates: false,

    initially: ({ id, n }) => ({ id, n, leader: id, distance: 0, parent: null }),

    uponStart: tell,

    uponRound(p, state, inbox) {
      let best: Pick<State, 'leader' | 'distance' | 'parent'> = {
        leader: state.id,
        distance: 0,
        parent: null,
      }
      for (const { message, from } of inbox) {
        const found = { leader: message.leader, distance: message.distance + 1, parent: from }
        if ((!bounded || found.distance < state.n) && isBetter(found, best)) best = found
      }
      Object.assign(state, best)
      tell(p, state)
    },

    stopWhen: (configuration) => isRight(configuration) === true,

    stabilises: {
      arbitrarily: ({ ids, degree, n }, choose) => {
        const ghost = Math.max(...ids) + 1
        const leader = [...ids, ghost][choose(n + 1)]!
        return { leader, distance: choose(n), parent: [null, ...Array(degree).keys()][choose(degree + 1)]! }
      },
      legitimate: isRight,
    },

    bits: { tree: ({ identifier }, { distance }) => identifier + Math.ceil(Math.log2(distance + 1)) },

    claims: {
      time: [
        // The largest identifier goes one channel further in each round.
        exactly('e', { when: withoutFaults, where: { e } }),
        // What comes from a state that was never true is at a distance of r or more after round r, so after n rounds gone.
        atMost('n + e', { where: { e } }),
      ],
      messages: [
        exactly('2m (e + 1)', { when: withoutFaults, where: { e } }),
        atMost('2m (n + e + 1)', { where: { e } }),
      ],
    },
  }
}

/** Whether one is a larger identifier than the other, or the same and nearer, or as near by an earlier channel. */
function isBetter(
  one: Pick<State, 'leader' | 'distance' | 'parent'>,
  other: Pick<State, 'leader' | 'distance' | 'parent'>,
): boolean {
  if (one.leader !== other.leader) return one.leader > other.leader
  if (one.distance !== other.distance) return one.distance < other.distance
  return other.parent !== null && one.parent! < other.parent
}

function tell(p: Processor<Message>, { leader, distance }: State): void {
  p.sendToAll({ type: 'tree', leader, distance })
}

/** Whether everyone has the root, its distance, and a parent that is nearer by one. */
function isRight({ instance, states }: ConfigurationView<State>): Finding {
  const root = largest(instance)
  const distances = distancesFrom(instance.network, root)
  for (const [p, { leader, distance, parent }] of states.entries()) {
    if (leader !== instance.ids[root]) return `p_${p} takes ${leader} for the identifier of the root`
    if (distance !== distances[p]) return `p_${p} takes its distance of ${distances[p]} for ${distance}`
    const nearer = parent === null ? -1 : distances[instance.network.neighbor(p, parent)]
    if (nearer !== distance - 1) return `p_${p} has no parent that is nearer to the root`
  }
  return true
}
