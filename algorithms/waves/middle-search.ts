import { atMost, type Channel, exactly, type Processor, several } from '../../engine/index.ts'
import { heardExcept, type Saturating, type SaturationState, saturate, waveClaims } from './saturate.ts'

/** The wave, and the search that follows it. */
export type MiddleMessage = Saturating | { readonly type: 'search'; readonly value: number }

/** What a processor notes of both. */
export interface MiddleState extends SaturationState {
  /** Whether it knows that it is in the middle. */
  chosen: boolean
}

/**
 * Saturation, and then a search for the middle of the tree. The value of a branch is 1 plus what `combine` makes of the
 * values of its own branches: its depth with the maximum, its size with the sum. A processor is in the middle if none of
 * its branches outweighs the rest of the tree. From a saturated processor the search goes into the branch that does; and
 * into one as heavy as the rest, where there is a second middle. It carries the value of the rest.
 */
export function middleSearch(combine: (values: readonly number[]) => number) {
  const valueWithout = (state: MiddleState, channel: Channel | null): number =>
    1 + combine(heardExcept(state, channel))

  const weigh = (p: Processor<MiddleMessage>, state: MiddleState, from: Channel | null): void => {
    const branches = heardExcept(state)
    const heavy = Math.max(0, ...branches)
    const heaviest = branches.indexOf(heavy)
    const rest = valueWithout(state, heaviest)
    state.chosen = heavy <= rest
    if (heavy >= rest && heaviest !== from) p.send(heaviest, { type: 'search', value: rest })
  }

  const wave = saturate<MiddleState, MiddleMessage>({
    value: (state) => valueWithout(state, null),
    uponSaturation: (p, state) => weigh(p, state, state.parent),
  })
  return {
    uponStart: wave.uponStart,
    uponReceiving: {
      activation: wave.activation,
      saturation: wave.saturation,
      search(p: Processor<MiddleMessage>, state: MiddleState, { value }: { value: number }, from: Channel) {
        state.heard[from] = value
        weigh(p, state, from)
      },
    },
  }
}

/** The claims on both. */
export const middleClaims = {
  ...waveClaims,
  messages: [atMost('2n + k - 2 + floor(n/2) - 1', { when: several })],
  // The search leaves a saturated processor and, behind it, the other. When it has taken s steps, the side that it comes
  // from has s + 1 processors or is as deep, and the side that it goes to is no lighter.
  'messages:search': [atMost('floor(n/2) - 1', { when: several })],
  'messages:activation+messages:saturation': exactly('2n + k - 2', { when: several }),
  time: atMost('3D'),
} as const
