import type { Random } from '../../../random.ts'
import { type FaultScript, failingIn, type Mistakes } from '../../resilience/index.ts'
import { type ScriptChoices, someOf, someRound } from './script-choices.ts'
import { varyCrashes } from './vary-crashes.ts'
import { varyLies } from './vary-lies.ts'
import { firstHold, varyPaces } from './vary-paces.ts'

/** A script at random in which nothing fails yet: its inputs, and of liars who they are. */
export function freshScript(
  given: readonly number[],
  { n, model, values, inputs, stream }: ScriptChoices,
): FaultScript {
  const liars = model.kind === 'byzantine' ? Array.from(stream.permutation(n)).slice(0, model.most) : []
  return {
    values: values ? someValues(n, inputs, stream) : given,
    ...{ crashes: [], omissions: [], lies: [] },
    liars: liars.sort((a, b) => a - b),
  }
}

/** A script that differs from another in a few places. */
export function varyScript(script: FaultScript, choices: ScriptChoices): FaultScript {
  let varied = script
  do {
    varied = varyOnce(varied, choices)
  } while (choices.stream.integer(2) === 0)
  return varied
}

function varyOnce(script: FaultScript, choices: ScriptChoices): FaultScript {
  const { model, values, stream } = choices
  const { paces, coins, mistakes } = script
  if (mistakes !== undefined && stream.integer(8) === 0)
    return { ...script, mistakes: varyMistakes(mistakes, choices) }
  if (coins !== undefined && stream.integer(8) === 0) return { ...script, coins: stream.bits() }
  if (paces !== undefined && (model.most === 0 || stream.integer(2) === 0))
    return { ...script, paces: varyPaces(paces, choices) }
  if (values && stream.integer(6) === 0) {
    return { ...script, values: varyValues(script.values, choices) }
  }
  if (model.most === 0) return script
  return { crash: varyCrashes, omission: varyOmissions, byzantine: varyLies }[model.kind](script, choices)
}

/** Others are made, or for longer, or more often. */
function varyMistakes(mistakes: Mistakes, { stream }: ScriptChoices): Mistakes {
  switch (stream.integer(4)) {
    case 0:
      return { ...mistakes, until: firstHold << stream.integer(4) }
    case 1:
      return { ...mistakes, rate: 1 / (2 << stream.integer(3)) }
    default:
      return { ...mistakes, seed: stream.bits() }
  }
}

/** Any numbers; of bits, any number of ones, each as likely as another: all the same, or one that differs, are as often as what is mixed. */
function someValues(n: number, inputs: number, stream: Random): number[] {
  if (inputs > 2) return Array.from({ length: n }, () => stream.integer(inputs))
  const ones = stream.integer(n + 1)
  return Array.from(stream.permutation(n), (place) => (place < ones ? 1 : 0))
}

/** One input is another, or all are. */
function varyValues(values: readonly number[], { inputs, stream }: ScriptChoices): number[] {
  const p = stream.integer(values.length + 1)
  const other = (value: number): number => (inputs > 2 ? stream.integer(inputs) : Number(value === 0))
  return values.map((value, q) => (p === q || p === values.length ? other(value) : value))
}

/** One message more is left out, or one less; or all of one processor to some or from some, in one round or from it on. */
function varyOmissions(script: FaultScript, choices: ScriptChoices): FaultScript {
  const { n, model, rounds, stream } = choices
  const { omissions } = script
  if (omissions.length > 0 && stream.integer(3) === 0)
    return { ...script, omissions: omissions.toSpliced(stream.integer(omissions.length), 1) }
  const failing = [...new Set(omissions.map(failingIn))]
  const free = failing.length < model.most ? Array.from({ length: n }, (_, p) => p) : failing
  const p = free[stream.integer(free.length)]!
  const hears = model.omits === 'receive' || (model.omits === 'general' && stream.integer(2) === 0)
  const round = someRound(choices)
  const last = stream.integer(4) === 0 ? Math.max(round, rounds - 1) : round
  const others = someOf(n, p, stream)
  const added = Array.from({ length: last - round + 1 }, (_, i) => round + i).flatMap((round) =>
    others.map((q) =>
      hears
        ? ({ sender: q, receiver: p, round, fate: 'unheard' } as const)
        : ({ sender: p, receiver: q, round, fate: 'omitted' } as const),
    ),
  )
  const about = ({ sender, receiver, round }: (typeof omissions)[number]) => `${sender} ${receiver} ${round}`
  const again = new Set(added.map(about))
  return { ...script, omissions: [...omissions.filter((one) => !again.has(about(one))), ...added] }
}
