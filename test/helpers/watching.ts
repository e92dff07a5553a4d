import type {
  Algorithm,
  AnyAlgorithm,
  Channel,
  Detected,
  DetectorClass,
  Processor,
} from '../../engine/index.ts'

type Message = { readonly type: 'none' }

/** What a processor hears of its failure detector, and when. */
export interface Heard {
  readonly at: number
  readonly said: Detected
}

/** What the processor has heard so far; it outlives crashes. */
export interface Watching {
  heard: Heard[]
}

/** How often processors ask, and up to when. */
export const every = 0.5
export const horizon = 20

/** All ask their failure detectors every half unit of time, up to time 20, and send nothing. */
export function watching(detector: DetectorClass): AnyAlgorithm {
  const look = (p: Processor<Message>, state: Watching): void => {
    const channels = Array.from({ length: p.degree }, (_, channel: Channel) => channel)
    const said =
      detector === 'Ω'
        ? { leader: p.leader() }
        : { suspects: channels.filter((channel) => p.suspects(channel)) }
    state.heard.push({ at: p.clock(), said })
    if (p.clock() < horizon) p.setTimer('again', every)
  }
  const algorithm: Algorithm<Watching, Message, object> = {
    name: 'watching',
    requires: { clocks: true, detector },
    tolerates: ['crash', 'recover'],
    terminates: false,
    initially: () => ({ heard: [] }),
    stable: ({ heard }) => ({ heard }),
    uponStart: look,
    uponRecovery: look,
    uponTimeout: { again: look },
    uponReceiving: { none() {} },
  }
  return algorithm as AnyAlgorithm
}
