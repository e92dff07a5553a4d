import { ModelError } from '../../errors.ts'
import type { AnyAlgorithm, Detected, Processor } from '../../model/index.ts'

/** What a question to a failure detector is called. */
type Question = 'suspects' | 'leader'

/**
 * A failure detector as handlers ask it; `listen` hears what it says to the processor at work, undefined: nothing is known of
 * it; `during` throws once an event is over. Throws a ModelError where the algorithm has none, or one that answers another question.
 */
export function oracle(
  algorithm: AnyAlgorithm,
  listen: () => Detected | undefined,
  during: () => void = () => {},
): Pick<Processor, Question> {
  const ask = (question: Question): Detected => {
    during()
    const problem = questionProblem(algorithm, question)
    if (problem !== null) throw new ModelError(problem)
    const said = listen()
    if (said !== undefined && question in said) return said
    throw new ModelError('asks its failure detector, of which nothing is said here')
  }
  return {
    suspects(channel) {
      const said = ask('suspects')
      return 'suspects' in said && said.suspects.includes(channel)
    },
    leader() {
      const said = ask('leader')
      return 'leader' in said ? said.leader : null
    },
  }
}

/** Why an algorithm cannot ask its failure detector this; null if it can. */
function questionProblem({ requires: { detector } }: AnyAlgorithm, question: Question): string | null {
  if (detector === undefined)
    return `asks a failure detector, but the algorithm does not declare requires: { detector: '${question === 'leader' ? 'Ω' : '◇S'}' }`
  if ((detector === 'Ω') === (question === 'leader')) return null
  return question === 'leader'
    ? `asks for the leader, but its failure detector is ${detector}, which says whom to suspect; use p.suspects(channel)`
    : 'asks whom to suspect, but its failure detector is Ω, which names a leader; use p.leader()'
}
