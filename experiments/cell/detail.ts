import {
  type AnyAlgorithm,
  type Execution,
  formulaOf,
  type Judgement,
  type Outcome,
  type Peak,
} from '../../engine/index.ts'
import { shownPlace } from './module-of.ts'

/** Why an execution of an algorithm ended as it did, in words; empty if it ended well. */
export function describeOutcome(outcome: Outcome, algorithm: AnyAlgorithm): string {
  switch (outcome.kind) {
    case 'terminated':
    case 'quiescent':
      return ''
    case 'budget':
      return outcome.reason
    case 'violated':
      return `${outcome.property}: ${outcome.reason}${outcome.where === undefined ? '' : `, ${outcome.where}`}`
    case 'failed': {
      const { processor, event, reason, place } = outcome
      const who = processor === null ? '' : `p_${processor} `
      return `${who}${event}: ${reason}${place === undefined ? '' : ` (${shownPlace(place, algorithm)})`}`
    }
  }
}

/** A sentence for each claim that the run violated: “messages 17, but the claim is exactly n + 1 = 16”. */
export function describeViolations(
  judgements: readonly Judgement[],
  peaks: Execution['peaks'] = undefined,
): string[] {
  return judgements
    .filter(({ verdict }) => verdict === 'violated')
    .map(({ measure, measured, claim, bound }) => {
      const { text } = formulaOf(claim.formula)
      const value = text === String(bound) ? text : `${text} = ${bound}`
      const condition = claim.when === undefined ? '' : ` when ${claim.when.text}`
      const first = firstAbove(
        measure === 'bits:max' || measure === 'bits:load' ? peaks?.[measure] : [],
        bound,
      )
      return `${measure} ${measured}, but the claim is ${claim.kind} ${value}${condition}${first}`
    })
}

/** Where a bound on bits was exceeded first: “; first by ⟨hello⟩ from p_3 to p_5 in round 2, with 12 bits”. */
function firstAbove(peaks: readonly Peak[] = [], bound: number): string {
  const first = peaks.find(({ bits }) => bits > bound)
  if (first === undefined) return ''
  const { type, sender, receiver, round, bits } = first
  const from = sender === undefined ? '' : ` from p_${sender}`
  const to = receiver === undefined ? '' : ` to p_${receiver}`
  const when = round === undefined ? '' : ` in round ${round}`
  return `; first by ⟨${type}⟩${from}${to}${when}, with ${bits} bits`
}
