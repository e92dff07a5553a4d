import { type DecisionProcess, statesOf } from './decision-process.ts'

/**
 * The choices that can be made for ever, of all or of those that are allowed: those of some end component, a set of states and choices that no outcome leaves and in
 * which every state can be reached from every other (de Alfaro 1997). By choice: 1. Whoever chooses can stay in such a
 * set, and with probability 1 every run makes, from some time on, only choices of such sets.
 */
export function endlessChoices(mdp: DecisionProcess, allowed: Uint8Array | null = null): Uint8Array {
  const { choices, outcomes, to } = mdp
  const left = allowed?.slice() ?? new Uint8Array(outcomes.length - 1).fill(1)
  for (let changed = true; changed; ) {
    changed = false
    const component = strongComponents(mdp, left)
    for (let state = 0; state < statesOf(mdp); state++)
      for (let choice = choices[state]!; choice < choices[state + 1]!; choice++) {
        if (left[choice] === 0) continue
        for (let outcome = outcomes[choice]!; outcome < outcomes[choice + 1]!; outcome++)
          if (component[to[outcome]!] !== component[state]) left[choice] = 0
        if (left[choice] === 0) changed = true
      }
  }
  return left
}

/** By state, the number of its strongly connected component, by these choices (Tarjan 1972, without recursion). */
function strongComponents(mdp: DecisionProcess, follows: Uint8Array): Int32Array {
  const { choices, outcomes, to } = mdp
  const size = statesOf(mdp)
  const component = new Int32Array(size).fill(-1)
  const index = new Uint32Array(size)
  const low = new Uint32Array(size)
  /** By state, its outcome that is looked at next. */
  const turn = Uint32Array.from({ length: size }, (_, state) => outcomes[choices[state]!]!)
  const choiceOf = choicesOfOutcomes(mdp)
  const path: number[] = []
  const open: number[] = []
  let visited = 0
  let count = 0
  const enter = (state: number): void => {
    index[state] = low[state] = ++visited
    path.push(state)
    open.push(state)
  }
  for (let root = 0; root < size; root++) {
    if (index[root] !== 0) continue
    enter(root)
    while (path.length > 0) {
      const state = path.at(-1)!
      if (turn[state]! < outcomes[choices[state + 1]!]!) {
        const outcome = turn[state]!++
        if (follows[choiceOf[outcome]!] === 0) continue
        const next = to[outcome]!
        if (index[next] === 0) enter(next)
        else if (component[next]! < 0) low[state] = Math.min(low[state]!, index[next]!)
        continue
      }
      path.pop()
      const before = path.at(-1)
      if (before !== undefined) low[before] = Math.min(low[before]!, low[state]!)
      if (low[state] !== index[state]) continue
      for (let member = -1; member !== state; ) {
        member = open.pop()!
        component[member] = count
      }
      count++
    }
  }
  return component
}

function choicesOfOutcomes({ outcomes, to }: DecisionProcess): Uint32Array {
  const choiceOf = new Uint32Array(to.length)
  for (let choice = 0; choice + 1 < outcomes.length; choice++)
    choiceOf.fill(choice, outcomes[choice], outcomes[choice + 1])
  return choiceOf
}
