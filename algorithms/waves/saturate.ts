/**
 * Saturation of a tree: the wave of which algorithms on trees without a root are made. Santoro 2007, section 2.6.
 *
 * Whoever wakes by itself activates all. A processor that has heard from all its neighbours but one sends what it has
 * heard to that one, its parent; a leaf does so as soon as it is active. Two neighbours become each other's parents: these
 * have heard from everyone, and are *saturated*. Channels are first in, first out, so that nobody hears of values
 * before it is active.
 */
import {
  atMost,
  type Channel,
  type ConfigurationView,
  exactly,
  type Finding,
  type Message,
  type Processor,
  several,
} from '../../engine/index.ts'

/** What spreads over the tree, and what climbs it. */
export type Saturating =
  | { readonly type: 'activation' }
  | { readonly type: 'saturation'; readonly value: number }

/** What a processor notes of the wave. */
export interface SaturationState {
  /** What each neighbour has sent, by channel; null before it has. Empty before the processor is active. */
  readonly heard: (number | null)[]
  /** How many neighbours have not sent anything. */
  silent: number
  active: boolean
  /** The channel to the neighbour that was the last to be silent. */
  parent: Channel | null
  saturated: boolean
}

/** What an algorithm makes of the wave: the value that climbs, and what those do that are saturated. */
interface Saturation<S extends SaturationState, M extends Message> {
  /** What the processor has to say, given what it has heard. */
  value(state: S): number
  uponSaturation?(p: Processor<M>, state: S): void
}

const ACTIVATION: Saturating = { type: 'activation' }

/** Before the wave. */
export const unsaturated = (): SaturationState => ({
  heard: [],
  silent: 0,
  active: false,
  parent: null,
  saturated: false,
})

/** The handlers of the wave. */
export function saturate<S extends SaturationState, M extends Message>(use: Saturation<S, M | Saturating>) {
  type P = Processor<M | Saturating>

  const activate = (p: P, state: S): void => {
    state.active = true
    state.silent = p.degree
    for (let channel = 0; channel < p.degree; channel++) state.heard.push(null)
  }
  const climb = (p: P, state: S): void => {
    if (state.silent === 1) {
      state.parent = state.heard.indexOf(null)
      p.send(state.parent, { type: 'saturation', value: use.value(state) })
    } else if (state.silent === 0) {
      state.saturated = true
      use.uponSaturation?.(p, state)
    }
  }

  return {
    uponStart(p: P, state: S): void {
      activate(p, state)
      p.sendToAll(ACTIVATION)
      climb(p, state)
    },
    activation(p: P, state: S, message: Message, from: Channel): void {
      if (state.active) return
      activate(p, state)
      p.sendToAllExcept(from, message as Saturating)
      climb(p, state)
    },
    saturation(p: P, state: S, { value }: { readonly value: number }, from: Channel): void {
      state.heard[from] = value
      state.silent--
      climb(p, state)
    },
  }
}

/** What the processor has heard, of all neighbours or of all but one. */
export const heardExcept = ({ heard }: SaturationState, channel: Channel | null = null): number[] =>
  heard.filter((value, from) => value !== null && from !== channel) as number[]

/** The claims on the wave itself. */
export const waveClaims = {
  // An initiator activates all its neighbours, everyone else all but one.
  'messages:activation': exactly('n + k - 2'),
  // Both saturated processors send to each other; on every other channel one value climbs.
  'messages:saturation': exactly('n', { when: several }),
  // All are active by time D after the first wake-up, and heard from by time D after that.
  time: atMost('2D'),
} as const

/** The saturated are two neighbours, each the other's parent; one that is alone is saturated itself. */
export function twoNeighborsAreSaturated({
  instance: { network },
  states,
}: ConfigurationView<SaturationState>): Finding {
  const saturated = [...states.keys()].filter((p) => states[p]!.saturated)
  if (saturated.length !== Math.min(2, network.n)) return `${saturated.length} processors are saturated`
  const parents = saturated.map((p) => network.neighbor(p, states[p]!.parent ?? 0))
  return (
    network.n === 1 ||
    (parents[0] === saturated[1] && parents[1] === saturated[0]) ||
    `p_${saturated[0]} and p_${saturated[1]} are saturated, but not by each other`
  )
}
