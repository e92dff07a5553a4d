import {
  type After,
  type AnyAlgorithm,
  type Around,
  atMost,
  type Claim,
  type Claims,
  eventually,
  type Finding,
  finalQuantity,
  formulaOf,
  innerClaim,
  type Message,
  type Property,
} from '../../engine/index.ts'

/** A message of the algorithm inside. */
export interface Basic extends Message {
  readonly type: 'carried'
  readonly message: Message
}

/** The state of every detector of termination. */
export interface Detecting extends Around {
  /** Messages of the algorithm inside: sent, and processed. */
  sent: number
  received: number
  detected: boolean
}

export const undetected = { sent: 0, received: 0, detected: false }

/** Messages of the algorithm inside. */
export const M = finalQuantity<Detecting>('messages of the algorithm inside', ({ states }) =>
  states.reduce((sum, { sent }) => sum + sent, 0),
)

/** Whoever has detected termination has done so after it: every message has been processed, so nobody will send again. */
const noFalseDetection: Property<Detecting> = {
  kind: 'safety',
  check: ({ states }) => !states.some(({ detected }) => detected) || allProcessed(states),
  follow({ states }): After {
    const known = Uint8Array.from(states, ({ detected }) => (detected ? 1 : 0))
    let any = known.includes(1)
    return (p) => {
      if (states[p]!.detected && known[p] === 0) {
        known[p] = 1
        any = true
        return allProcessed(states)
      }
      // Who has detected it has done so in any case; whoever sends or processes something now shows that it was wrong.
      return !any || states[p]!.received + states[p]!.sent === 0 || allProcessed(states)
    }
  },
}

function allProcessed(states: readonly Detecting[]): Finding {
  const open = states.reduce((sum, { sent, received }) => sum + sent - received, 0)
  return open === 0 || `termination was detected with ${open} messages of the algorithm in transit`
}

/** What every detector of termination is held to. */
export const detectionProperties = {
  noFalseDetection,
  terminationIsDetected: eventually<Detecting>(
    ({ states }) => states.some(({ detected }) => detected) || 'nobody has detected termination',
  ),
}

/** Says what is claimed of detection, which takes so much longer than the algorithm, and of carried messages. */
export function detectionClaims({ claims = {} }: AnyAlgorithm, longer: string): Claims {
  const inner = (measure: 'messages' | 'time'): Claim[] =>
    [claims[measure] ?? []]
      .flat()
      .filter(({ kind, formula }) => bounds.includes(kind) && !formulaOf(formula).variables.some(isOfWakeUp))
      .map(innerClaim)
  const later = inner('time').map(({ formula, when, where }) =>
    atMost(`${formula} + ${longer}`, { ...(when && { when }), ...(where && { where }) }),
  )
  return {
    'messages:carried': inner('messages'),
    ...(later.length > 0 && { 'time:detected': later }),
  }
}

const bounds: readonly Claim['kind'][] = ['exactly', 'at most']

const isOfWakeUp = (name: string): boolean => ['k', 'kmax', 'w', 'c'].includes(name)
