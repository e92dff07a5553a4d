import {
  type AnyAlgorithm,
  arrangedOutside,
  type Channel,
  type Processor,
  wrapperFamily,
} from '../../engine/index.ts'
import { gammaClaims } from './gamma-claims.ts'
import { partitionOf } from './partition.ts'
import { type Carried, initialPulses, Pulses, pulsesFor } from './pulses.ts'
import { type Ack, acknowledging, type SafeState } from './safety.ts'
import { carrying, rounds, synchronized } from './synchronizer.ts'

/**
 * The synchronizer γ: β within clusters, α between them. That all of a cluster are safe is collected by its tree, spread in
 * it and told to the clusters next to it, each over one preferred channel; that those are safe is collected, too, and then
 * the next pulse is spread. Awerbuch 1985.
 */
type Message =
  | Carried
  | Ack
  /** All below in the cluster are safe. */
  | { readonly type: 'safe' }
  /** The cluster is safe; of two over one channel, the later may come first. */
  | { readonly type: 'cluster-safe'; readonly pulse: number }
  /** All clusters next to those below are safe. */
  | { readonly type: 'ready' }
  | { readonly type: 'pulse' }

/** The place of a processor in the partition. */
interface Place {
  readonly parent: Channel | null
  readonly children: readonly Channel[]
  readonly preferred: readonly Channel[]
}

interface State extends SafeState, Place {
  /** How many children have said that all below them are safe; whether this processor has. */
  safeBelow: number
  reported: boolean
  /** Whether the cluster is safe; how many of those next to it are in this pulse, and in the next. */
  clusterSafe: boolean
  othersNow: number
  othersNext: number
  /** How many children have said that all below them are ready; whether this processor has. */
  readyBelow: number
  ready: boolean
}

const [safe, ready, pulse]: Message[] = [{ type: 'safe' }, { type: 'ready' }, { type: 'pulse' }]

export const gamma = wrapperFamily({
  name: 'gamma',
  title: 'γ',
  summary: 'β within clusters, α between them',
  source: 'Awerbuch 1985; Attiya & Welch, section 11.3',
  takes: 'synchronous',
  parameters: {
    K: {
      kind: 'number',
      min: 2,
      default: 2,
      description: 'clusters grow while they would have more than K times as many processors',
    },
    rounds,
  },

  wrap(algorithm: AnyAlgorithm, values) {
    const K = values.K as number
    const pulses = new Pulses<State, Message>(
      algorithm,
      carrying<State, Message>((state, count) => {
        state.unacknowledged += count
      }),
    )
    const proceed = proceeding(pulses)
    return synchronized<State, Message>(algorithm, {
      requires: { initiators: 'all' },
      arrange(instance, seed) {
        const count = pulsesFor(algorithm, values.rounds as number, instance, seed)
        const { parent, children, preferred } = partitionOf(instance.network, K)
        return (p) => ({
          rounds: count,
          parent: parent[p] === -1 ? null : parent[p],
          children: children[p],
          preferred: preferred[p],
        })
      },
      initially(input) {
        const { rounds: count, ...place } = arrangedOutside(input) as Place & { readonly rounds: number }
        return Object.assign(initialPulses(algorithm, input, count, place), {
          unacknowledged: 0,
          safeBelow: 0,
          reported: false,
          clusterSafe: false,
          othersNow: 0,
          othersNext: 0,
          readyBelow: 0,
          ready: false,
        })
      },
      uponStart(p, state) {
        if (!pulses.next(p, state)) proceed(p, state)
      },
      uponReceiving: {
        ...acknowledging<State, Message>(proceed),
        safe(p, state) {
          state.safeBelow++
          proceed(p, state)
        },
        'cluster-safe'(p, state, message, from) {
          if (from === state.parent) spread(p, state)
          else if (message.pulse === state.pulse) state.othersNow++
          else state.othersNext++
          proceed(p, state)
        },
        ready(p, state) {
          state.readyBelow++
          proceed(p, state)
        },
        pulse(p, state) {
          if (!advance(pulses, p, state)) proceed(p, state)
        },
      },
      claims: gammaClaims(K),
    })
  },
})

/** Goes as far as acknowledgements, those below and the clusters next to this one allow. */
const proceeding =
  (pulses: Pulses<State, Message>) =>
  (p: Processor<Message>, state: State): void => {
    for (;;) {
      if (!state.reported && state.unacknowledged === 0 && state.safeBelow === state.children.length) {
        state.reported = true
        if (state.parent === null) spread(p, state)
        else p.send(state.parent, safe!)
      }
      const { children, preferred } = state
      if (state.ready || !state.clusterSafe || state.othersNow < preferred.length) return
      if (state.readyBelow < children.length) return
      state.ready = true
      if (state.parent !== null) return p.send(state.parent, ready!)
      if (advance(pulses, p, state)) return
    }
  }

/** The next pulse, here and then below. Whether it was the last. */
function advance(pulses: Pulses<State, Message>, p: Processor<Message>, state: State): boolean {
  state.safeBelow = 0
  state.readyBelow = 0
  state.reported = false
  state.clusterSafe = false
  state.ready = false
  state.othersNow = state.othersNext
  state.othersNext = 0
  for (const child of state.children) p.send(child, pulse!)
  return pulses.next(p, state)
}

/** Spreads that the cluster is safe, below and to the clusters next to it. */
function spread(p: Processor<Message>, state: State): void {
  state.clusterSafe = true
  const message: Message = { type: 'cluster-safe', pulse: state.pulse }
  for (const child of state.children) p.send(child, message)
  for (const channel of state.preferred) p.send(channel, message)
}
