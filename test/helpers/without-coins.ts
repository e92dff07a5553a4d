import { type AnyAlgorithm, consensus, type Processor } from '../../engine/index.ts'

type Message =
  | { readonly type: 'report'; readonly phase: number; readonly value: number }
  | { readonly type: 'proposal'; readonly phase: number; readonly value: number | null }
interface State {
  readonly f: number
  value: number
  phase: number
  step: Message['type']
  votes: Record<string, Record<string, number | null>>
  decided: number | null
}

/**
 * Ben-Or’s consensus with something else in the place of the coin: a deterministic protocol, in which no two decide
 * differently, for whatever `instead` gives.
 */
export function withoutCoins(name: string, instead: (state: State) => number): AnyAlgorithm {
  const say = (p: Processor<Message>, s: State, value: number | null): void => {
    p.sendToAll({ type: s.step, phase: s.phase, value } as Message)
    ;(s.votes[`${s.step} ${s.phase}`] ??= {}).own = value
    goOn(p, s)
  }
  const begin = (p: Processor<Message>, s: State): void => {
    for (const type of ['report', 'proposal']) delete s.votes[`${type} ${s.phase}`]
    s.phase++
    s.step = 'report'
    say(p, s, s.value)
  }
  const goOn = (p: Processor<Message>, s: State): void => {
    const n = p.degree + 1
    const votes = Object.values(s.votes[`${s.step} ${s.phase}`] ?? {})
    if (s.decided !== null || votes.length < n - s.f) return
    const count = (value: number) => votes.filter((vote) => vote === value).length
    if (s.step === 'report') {
      s.step = 'proposal'
      say(p, s, [0, 1].find((value) => count(value) > n / 2) ?? null)
      return
    }
    const proposed = [0, 1].find((value) => count(value) > 0)
    if (proposed === undefined || count(proposed) <= s.f) {
      s.value = proposed ?? instead(s)
      begin(p, s)
      return
    }
    s.decided = proposed
    p.sendToAll({ type: 'report', phase: s.phase + 1, value: proposed })
    p.sendToAll({ type: 'proposal', phase: s.phase + 1, value: proposed })
  }
  const hear = (p: Processor<Message>, s: State, { type, phase, value }: Message, from: number): void => {
    if (phase < s.phase) return
    ;(s.votes[`${type} ${phase}`] ??= {})[from] = value
    goOn(p, s)
  }
  return {
    name,
    requires: { resilience: 'n > 2f', shape: 'complete' },
    tolerates: ['crash'],
    terminates: false,
    initially: ({ value, f }: { readonly value: number; readonly f: number }): State => ({
      ...{ f, value, phase: 0, step: 'report', votes: {}, decided: null },
    }),
    uponStart: begin,
    uponReceiving: { report: hear, proposal: hear },
    properties: { agreement: consensus.agreement, termination: consensus.termination },
  } as unknown as AnyAlgorithm
}
