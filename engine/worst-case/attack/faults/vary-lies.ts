import type { FaultScript, Lie } from '../../resilience/index.ts'
import { type ScriptChoices, someOf, someRound } from './script-choices.ts'
import { varyAlterations } from './vary-alterations.ts'

/** A liar says something else to some in a round, or to them what is right; or somebody else lies in its place. */
export function varyLies(script: FaultScript, choices: ScriptChoices): FaultScript {
  const { n, stream } = choices
  const { liars, lies } = script
  const i = stream.integer(liars.length)
  const liar = liars[i]!
  if (stream.integer(12) === 0) {
    const other = stream.integer(n)
    if (liars.includes(other)) return script
    const left = lies.filter((lie) => lie.liar !== liar && lie.receiver !== other)
    return { ...script, liars: liars.with(i, other).sort((a, b) => a - b), lies: left }
  }
  if (script.paces !== undefined && stream.integer(2) === 0) return varyAlterations(script, liar, choices)
  const round = someRound(choices)
  const told = someOf(n, liar, stream).filter((q) => !liars.includes(q))
  if (script.paces !== undefined && stream.integer(2) === 0) return saidToTwo(script, { liar, told }, choices)
  const others = lies.filter(
    (lie) => !(lie.liar === liar && lie.round === round && told.includes(lie.receiver)),
  )
  if (told.length === 0 || stream.integer(5) === 0) return { ...script, lies: others }
  const options = choices.lies(script, liar, told[0]!, round)
  if (options.length === 0) return script
  const messages = options[stream.integer(options.length)]!
  const said = told
    .filter(
      (q) => q === told[0] || choices.lies(script, liar, q, round).some((option) => same(option, messages)),
    )
    .map((receiver) => ({ liar, receiver, round, messages }))
  return { ...script, lies: [...others, ...said] }
}

const same = (a: Lie['messages'], b: Lie['messages']): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * A liar says one thing to some and another to the rest, in one of its steps or in all from then on: something of the same
 * type, or nothing.
 */
function saidToTwo(
  script: FaultScript,
  { liar, told }: { readonly liar: number; readonly told: readonly number[] },
  choices: ScriptChoices,
): FaultScript {
  const { n, rounds, stream } = choices
  const honest = Array.from({ length: n }, (_, q) => q).filter((q) => !script.liars.includes(q))
  if (honest.length === 0) return script
  const options = choices.lies(script, liar, honest[0]!, 0)
  const [first] = options[stream.integer(options.length)]!
  const alike = options.filter(([message]) => message === undefined || message.type === first?.type)
  const [one, other] = [first === undefined ? [] : [first], alike[stream.integer(alike.length)]!]
  const round = someRound(choices)
  const last = stream.integer(4) === 0 ? rounds : round
  const said: Lie[] = []
  for (let step = round; step <= last; step++)
    for (const receiver of honest)
      said.push({ liar, receiver, round: step, messages: told.includes(receiver) ? one : other })
  const before = script.lies.filter((lie) => lie.liar !== liar || lie.round < round || lie.round > last)
  return { ...script, lies: [...before, ...said] }
}
