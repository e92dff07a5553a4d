import { formulaOf, type Judgement, type Outcome } from '../../engine/index.ts'

/** Why an execution ended as it did, in words; empty if it ended well. */
export function describeOutcome(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'terminated':
    case 'quiescent':
      return ''
    case 'budget':
      return outcome.reason
    case 'violated':
      return `${outcome.property}: ${outcome.reason}`
    case 'failed':
      return `p_${outcome.processor} ${outcome.event}: ${outcome.reason}`
  }
}

/** A sentence for each claim that the run violated: “messages 17, but the claim is exactly n + 1 = 16”. */
export function describeViolations(judgements: readonly Judgement[]): string[] {
  return judgements
    .filter(({ verdict }) => verdict === 'violated')
    .map(({ measure, measured, claim, bound }) => {
      const { text } = formulaOf(claim.formula)
      const value = text === String(bound) ? text : `${text} = ${bound}`
      const condition = claim.when === undefined ? '' : ` when ${claim.when.text}`
      return `${measure} ${measured}, but the claim is ${claim.kind} ${value}${condition}`
    })
}
