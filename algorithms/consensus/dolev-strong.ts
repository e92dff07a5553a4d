import {
  type Algorithm,
  atMost,
  both,
  consensus,
  type Deciding,
  exactly,
  several,
  withoutFaults,
} from '../../engine/index.ts'
import { decide } from './decide.ts'
import { byDefault } from './majority.ts'
import { obedience, sender } from './obedience.ts'
import { type Placed, type Places, placesInRounds, placesOf } from './places.ts'

/** What the processor of a place has signed. The seal is of one value, and nobody else can make it. */
interface Signature {
  readonly by: number
  readonly seal: string
}
type Message = { readonly type: 'signed'; readonly value: number; readonly signatures: readonly Signature[] }
interface State extends Deciding, Places {
  readonly f: number
  readonly value: number
  round: number
  /** The values that it accepted, two at most: two are enough to know that the sender lies. */
  accepted: readonly number[]
}

/**
 * Broadcast with signatures: the sender, which has the least identifier, signs its input. Whoever accepts a value in round
 * r has it with r signatures, adds its own, and sends it to those who have not signed. One of f + 1 signatures is that of
 * a correct processor, which has told everyone.
 */
export const dolevStrong: Algorithm<State, Message, Placed> = {
  name: 'dolev-strong',
  title: 'Dolev–Strong broadcast',
  summary: 'broadcast with signatures, however many lie: a value is accepted in round r with r signatures',
  source: 'Dolev & Strong 1983',
  remarks:
    'A signature is a text, which no strategy to lie can write: a liar signs what it says in its own name, copies signatures of others, and cannot change them. Strategies that draw from an alphabet are refused, for among all messages there are forged ones.',
  requires: { resilience: 'n > f', ...placesInRounds },
  tolerates: ['byzantine'],
  terminates: true,
  marks: ['decided'],

  initially: (input) => ({
    f: input.f,
    ...placesOf(input),
    value: input.value,
    round: 0,
    accepted: [],
    decided: null,
  }),

  uponStart(p, state) {
    if (state.place !== sender) return
    p.sendToAll(signed(state.value, [], sender))
    decide(p, state, state.value)
  },

  uponRound(p, state, inbox) {
    state.round++
    for (const { message } of inbox) {
      const { accepted, place, places } = state
      if (accepted.length === 2 || accepted.includes(message.value) || !isValid(message, state)) continue
      state.accepted = [...accepted, message.value]
      if (state.round > state.f) continue
      const signers = message.signatures.map(({ by }) => by)
      for (const [channel, other] of places.entries())
        if (!signers.includes(other)) p.send(channel, signed(message.value, message.signatures, place))
    }
    if (state.round <= state.f) return
    decide(p, state, state.accepted.length === 1 ? state.accepted[0]! : byDefault)
  },

  bits: { signed: ({ value, count }, { signatures }) => value + count * signatures.length },

  secrets: ({ signatures }) => signatures.map(({ seal }) => seal),

  // A liar can sign as any liar, and with what correct processors have signed. The first signature is the sender's.
  lies({ n, f, values, round, receiver, liars, ids, secrets }) {
    if (round > f) return [[]]
    const placeOf = (p: number): number => ids.filter((id) => id < ids[p]!).length
    const lying = liars.map(placeOf)
    const others = Array.from({ length: n - 1 }, (_, i) => i + 1).filter((by) => by !== placeOf(receiver))
    const signers = subsetsOf(others, round).map((set) => [sender, ...set])
    const all = values.flatMap((value) =>
      signers
        .filter((set) => set.every((by) => lying.includes(by) || secrets.has(sealOf(by, value))))
        .map(
          (set): Message => ({
            type: 'signed',
            value,
            signatures: set.map((by) => ({ by, seal: sealOf(by, value) })),
          }),
        ),
    )
    // Nobody accepts more than two values; in which order makes no difference.
    const pairs = all.flatMap((a) => all.filter((b) => b.value > a.value).map((b) => [a, b]))
    return [[], ...all.map((message) => [message]), ...pairs]
  },

  claims: {
    messages: [
      // The sender tells all; if there is a second round, each of them tells all but the sender and itself.
      exactly('(n - 1)(1 + min(f, 1)(n - 2))', { when: withoutFaults }),
      // Nobody passes on more than two values.
      atMost('(n - 1) + 2(n - 1)(n - 2)'),
    ],
    time: atMost('f + 1'),
    'time:decided': [exactly('f + 1', { when: both(withoutFaults, several) }), atMost('f + 1')],
  },

  properties: {
    agreement: consensus.agreement,
    validity: obedience,
    termination: consensus.termination,
  },
}

/** All sets of so many of these. */
function subsetsOf(items: readonly number[], size: number): number[][] {
  if (size === 0) return [[]]
  return items.flatMap((item, i) => subsetsOf(items.slice(i + 1), size - 1).map((rest) => [item, ...rest]))
}

/** The seal that the processor of a place puts under a value; a processor makes those of its own place alone. */
const sealOf = (place: number, value: number): string => `${place} signs ${value}`

const signed = (value: number, signatures: readonly Signature[], by: number): Message => ({
  type: 'signed',
  value,
  signatures: [...signatures, { by, seal: sealOf(by, value) }],
})

/** Whether a message has as many signatures as it should, of different processors, the sender being the first. */
function isValid({ value, signatures }: Message, { round, place }: State): boolean {
  const signers = new Set(signatures.map(({ by }) => by))
  return (
    signers.size === round &&
    signatures.length === round &&
    signatures[0]!.by === sender &&
    !signers.has(place) &&
    signatures.every(({ by, seal }) => seal === sealOf(by, value))
  )
}
