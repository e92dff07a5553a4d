import pc from 'picocolors'
import {
  type Bracket,
  type ChanceExploration,
  formulaOf,
  judgeChanceClaims,
  type SharedObject,
  simplestFraction,
  valueText,
} from '../../engine/index.ts'
import { explored, numberText } from './shared-entries.ts'

interface ToldChance {
  readonly object: SharedObject
  readonly n: number
  readonly found: ChanceExploration
}

/** For machines. */
export const chanceJson = ({ object, n, found }: ToldChance): object => ({
  algorithm: object.name,
  n,
  ...found,
  claims: judgeChanceClaims(object, n, found),
})

/** For people. */
export function describeChance({ object, n, found }: ToldChance): string {
  const { states, choices, complete, endless, expected, probabilities, tolerance } = found
  const lines = [
    pc.bold(`${object.name}: what ${n} processors come to by chance, under every scheduler`),
    explored('configurations', `${numberText(states)}, with ${numberText(choices)} steps in them`),
    ...(complete ? [] : [explored('', pc.yellow('there are more; --states allows them'))]),
    ...(endless === null
      ? []
      : [explored('ends', `not always: some scheduler lets p_${endless} take steps for ever`)]),
    ...(expected === null
      ? []
      : Object.entries(expected).map(([cost, { min, max }]) =>
          explored(`expected ${cost}`, `${exactText(min)} at least, ${exactText(max)} at most`),
        )),
    ...probabilities.map(({ answers, min, max }) =>
      explored(
        answers.kind === 'same' ? `all answer ${valueText(answers.answer)}` : 'answers differ',
        `with probability ${exactText(min)} at least, ${exactText(max)} at most`,
      ),
    ),
    ...judgeChanceClaims(object, n, found).map(({ measure, claim, bound, measured, verdict }) => {
      const held = pc.green(measured === bound ? 'held, and reached' : 'held')
      const word = verdict === 'held' ? held : pc.red('violated')
      return explored(
        'claim',
        `${measure} ${claim.kind} ${formulaOf(claim.formula).text} = ${bound}: ${word}`,
      )
    }),
    ...(complete ? [explored('', `bounds of each value are met to ${tolerance} of it`)] : []),
  ]
  return `${lines.join('\n')}\n`
}

/** The simplest fraction that a value can be, or else some of its digits: “75”, “13/120 = 0.108333”. */
function exactText(value: Bracket): string {
  const digits = Number(value.upper.toPrecision(6))
  const fraction = simplestFraction(value)
  if (fraction === null) return `≈ ${digits}`
  const { numerator, denominator } = fraction
  return denominator === 1 ? numberText(numerator) : `${numerator}/${denominator} = ${digits}`
}
