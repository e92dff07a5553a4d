import type { FaultScript } from '../../resilience/index.ts'
import { type ScriptChoices, someOf, someStep, stepAfter } from './script-choices.ts'

/** Another processor crashes, or one no more, or elsewhere, or reaches others. */
export function varyCrashes(script: FaultScript, choices: ScriptChoices): FaultScript {
  const { n, model, stream } = choices
  const { crashes } = script
  if (crashes.length > 0 && stream.integer(3) === 0) return handedOn(script, choices)
  const standing = Array.from({ length: n }, (_, p) => p).filter(
    (p) => !crashes.some(({ processor }) => processor === p),
  )
  const crash = (processor: number) => ({
    processor,
    round: someStep(processor, choices),
    receivers: someOf(n, processor, stream),
  })
  const i = stream.integer(crashes.length + 1)
  const old = crashes[i]
  if (old === undefined)
    return crashes.length < model.most && standing.length > 0
      ? { ...script, crashes: [...crashes, crash(standing[stream.integer(standing.length)]!)] }
      : script
  switch (stream.integer(4)) {
    case 0:
      return { ...script, crashes: crashes.toSpliced(i, 1) }
    case 1:
      return { ...script, crashes: crashes.with(i, crash(old.processor)) }
    case 2:
      return { ...script, crashes: crashes.with(i, { ...old, round: someStep(old.processor, choices) }) }
    default: {
      const q = stream.integer(n)
      if (q === old.processor) return script
      const receivers = toggled(old.receivers, q)
      return { ...script, crashes: crashes.with(i, { ...old, receivers }) }
    }
  }
}

const toggled = (set: readonly number[], q: number): number[] =>
  set.includes(q) ? set.filter((one) => one !== q) : [...set, q].sort((a, b) => a - b)

/**
 * Who hears of a last crash crashes a round later, and tells one other: what nobody else knows stays hidden for as long as
 * somebody alone is told. Where no more may crash, somebody else is told instead.
 */
function handedOn(script: FaultScript, choices: ScriptChoices): FaultScript {
  const { n, model, rounds, sending, stream } = choices
  const { crashes } = script
  // The steps of different processors cannot be compared; there, the last is the one that was added last.
  const latest = Math.max(...crashes.map(({ round }) => round))
  const last = sending === undefined ? crashes.findIndex(({ round }) => round === latest) : crashes.length - 1
  const { processor, round, receivers } = crashes[last]!
  const standing = Array.from({ length: n }, (_, p) => p).filter(
    (p) => !crashes.some((crash) => crash.processor === p),
  )
  if (standing.length < 2) return script
  const told = standing.filter((p) => receivers.includes(p))
  const heirs = told.length === 0 ? standing : told
  const heir = heirs[stream.integer(heirs.length)]!
  const hidden = crashes.with(last, { processor, round, receivers: [heir] })
  const then = sending === undefined ? round + 1 : stepAfter(heir, { processor, round }, choices)
  if (crashes.length === model.most || then >= rounds) return { ...script, crashes: hidden }
  const others = standing.filter((p) => p !== heir)
  const next = { processor: heir, round: then, receivers: [others[stream.integer(others.length)]!] }
  return { ...script, crashes: [...hidden, next] }
}
