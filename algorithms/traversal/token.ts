/** What the walks of a token have in common: its one message, what a processor notes of it, and the sizes. */
import {
  atMost,
  both,
  type Channel,
  type Claims,
  type ConfigurationView,
  exactly,
  type Finding,
  rootAwakeAtZero,
  unitDelays,
} from '../../engine/index.ts'

/** The token. */
export type Token = { readonly type: 'token' }

/** The token: one for all, since it says nothing. */
export const TOKEN: Token = { type: 'token' }

/** What a processor notes of a token that crosses each channel once in each direction. */
export interface WalkState {
  readonly isRoot: boolean
  /** The channel by which the token first came. */
  parent: Channel | null
  /** The channels that it has sent the token along. */
  readonly used: boolean[]
  /** All channels below are used, or lead to the parent. */
  next: Channel
}

/** At the start of a walk. */
export const walkState = ({ isRoot }: { readonly isRoot: boolean }): WalkState => ({
  isRoot,
  parent: null,
  used: [],
  next: 0,
})

/** The next channel for the token: any that is not used, and that to the parent only when no other is left; null at the end. */
export function wayOn(degree: number, state: WalkState): Channel | null {
  while (state.used[state.next] || state.next === state.parent) state.next++
  if (state.next < degree) return state.next
  return state.parent === null || state.used[state.parent] ? null : state.parent
}

/** Each channel is crossed once in each direction, one crossing after the other. */
export const walkClaims: Claims = {
  messages: exactly('2m'),
  time: [
    exactly('2m', { when: both(unitDelays, rootAwakeAtZero) }),
    atMost('2m', { when: rootAwakeAtZero }),
    atMost('w + 2m'),
  ],
}

/** Every processor has sent the token along each of its channels. */
export function everyChannelBothWays({ instance, states }: ConfigurationView<WalkState>): Finding {
  for (let p = 0; p < states.length; p++)
    for (let channel = 0; channel < instance.network.degree(p); channel++)
      if (!states[p]!.used[channel]) return `p_${p} has not sent the token along channel ${channel}`
  return true
}
