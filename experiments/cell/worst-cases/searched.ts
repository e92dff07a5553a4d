import { attack, objectiveNamed, parseInputs, recordSchedule, timeSchedule } from '../../../engine/index.ts'
import { describeOutcome } from '../detail.ts'
import { choicesOf, choiceWords } from './choices.ts'
import { judgedBeside } from './judge.ts'
import { largest } from './largest.ts'
import { findUseBySearch } from './searched-use.ts'
import type { WorstCaseFinder } from './worst-case.ts'

/** Lets an adversary search for many messages, then for a long time; each find is an execution that was checked. */
export const findBySearch: WorstCaseFinder = (algorithm, prepared, cell, worstCases) => {
  if (algorithm.service !== undefined) return findUseBySearch(algorithm, prepared, cell, worstCases)
  const { instance } = prepared
  const { searched } = worstCases
  const choose = choicesOf(algorithm, instance, cell.inputs)
  const { runs, strategies } = searched!
  const search = (measure: 'messages' | 'time') => {
    const objective = objectiveNamed(measure, algorithm)
    const found = attack(algorithm, instance, {
      objective,
      choose,
      runs,
      seed: cell.seed,
      ...(strategies && { strategies }),
    })
    const timed = timeSchedule(algorithm, found.instance, found.schedule, found.wakeUps)
    const identifiers = choose.includes('ids') ? 'given' : parseInputs(cell.inputs).values.ids
    const recorded = recordSchedule(algorithm, found.instance, timed, { identifiers })
    const { final } = recorded.execution
    return { found, recorded, largest: { ...largest(found.best, recorded.instance, identifiers), final } }
  }
  const [messages, time] = [search('messages'), search('time')]
  const outcomes = [messages, time].map(({ recorded }) => recorded.execution.outcome)
  const outcome = outcomes.find(({ kind }) => kind === 'violated') ?? outcomes[0]!
  return {
    outcome: outcome.kind,
    reason: describeOutcome(outcome, algorithm) || null,
    messages: messages.largest,
    time: time.largest,
    others: judgedBeside(messages.recorded.judgements, time.recorded.judgements),
    extra: {
      chosen: choiceWords(choose),
      runs,
      ...(strategies && { strategies: strategies.join() }),
      messages_strategy: messages.found.strategy,
      time_strategy: time.found.strategy,
    },
  }
}
