import {
  type Algorithm,
  exactly,
  type Processor,
  parametrised,
  specialActions,
  type Unnamed,
} from '../../engine/index.ts'
import { type Acting, allAct, disjointSessions, sessionsParameter } from './actions.ts'

/**
 * The session problem in the synchronous model: everyone acts in each of s rounds, and needs to hear from nobody. Attiya & Welch,
 * section 6.2.2; Arjomandi, Fischer & Lynch 1983. The first round is that in which all wake, round 0.
 */
type Message = never

/** In rounds: the members of this family differ in s, the number of sessions. */
export const sessionsInRounds = /* @__PURE__ */ parametrised({
  name: 'sessions-in-rounds',
  title: 'Sessions in rounds',
  summary: 'everyone acts once in each of s rounds, which are s disjoint sessions',
  parameters: { s: sessionsParameter },
  create: ({ s }): Unnamed<Algorithm<Acting, Message, object>> => ({
    source: 'Attiya & Welch, section 6.2.2; Arjomandi, Fischer & Lynch 1983',
    requires: { synchronous: true, initiators: 'together' },
    terminates: true,
    marks: ['done'],

    initially: () => ({ actions: 0 }),

    uponStart: (p, state) => act(p, state, s),
    uponRound: (p, state) => act(p, state, s),

    claims: { messages: exactly('0'), 'time:done': exactly('s - 1') },

    columns: { actions: specialActions(({ actions }: Acting) => actions) },

    properties: { disjointSessions, allAct: allAct(s) },
  }),
})

function act(p: Processor<Message>, state: Acting, s: number): void {
  if (++state.actions < s) return
  p.mark('done')
  p.terminate()
}
