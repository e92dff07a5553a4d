import type { Random } from '../../../random.ts'
import { type FaultModel, type FaultScript, failingIn, type Lie } from '../../resilience/index.ts'

/** What there is to choose from when a script is varied. */
export interface ScriptChoices {
  readonly n: number
  readonly model: FaultModel
  /** In how many rounds something may fail: as many as an execution has taken. */
  readonly rounds: number
  /** The last round whose end found processors apart. What goes wrong next has to go wrong there. */
  readonly frontier: number
  /** Whether inputs are chosen. */
  readonly values: boolean
  readonly stream: Random
  /** All that a liar may send to a neighbour in a round. */
  lies(script: FaultScript, liar: number, receiver: number, round: number): readonly Lie['messages'][]
}

/** A script at random in which nothing fails yet: its inputs, and of liars who they are. */
export function freshScript(
  given: readonly number[],
  { n, model, values, stream }: ScriptChoices,
): FaultScript {
  const liars = model.kind === 'byzantine' ? Array.from(stream.permutation(n)).slice(0, model.most) : []
  return {
    values: values ? someValues(n, stream) : given,
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
  if (values && stream.integer(6) === 0) {
    return { ...script, values: varyValues(script.values, stream) }
  }
  if (model.most === 0) return script
  return { crash: varyCrashes, omission: varyOmissions, byzantine: varyLies }[model.kind](script, choices)
}

/** Any number of ones, each as likely as another: all the same, or one that differs, are as often as what is mixed. */
function someValues(n: number, stream: Random): number[] {
  const ones = stream.integer(n + 1)
  return Array.from(stream.permutation(n), (place) => (place < ones ? 1 : 0))
}

/** One input is another, or all are. */
function varyValues(values: readonly number[], stream: Random): number[] {
  const p = stream.integer(values.length + 1)
  return values.map((value, q) => (p === q || p === values.length ? Number(value === 0) : value))
}

/** Another processor crashes, or one no more, or elsewhere, or reaches others. */
function varyCrashes(script: FaultScript, choices: ScriptChoices): FaultScript {
  const { n, model, stream } = choices
  const { crashes } = script
  const standing = Array.from({ length: n }, (_, p) => p).filter(
    (p) => !crashes.some(({ processor }) => processor === p),
  )
  const crash = (processor: number) => ({
    processor,
    round: someRound(choices),
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
      return { ...script, crashes: crashes.with(i, { ...old, round: someRound(choices) }) }
    default: {
      const q = stream.integer(n)
      if (q === old.processor) return script
      const receivers = toggled(old.receivers, q)
      return { ...script, crashes: crashes.with(i, { ...old, receivers }) }
    }
  }
}

/** Half of the time where processors cease to be apart, else any round. */
function someRound({ rounds, frontier, stream }: ScriptChoices): number {
  const round = stream.integer(rounds)
  return stream.integer(2) === 0 ? Math.min(frontier, rounds - 1) : round
}

/** Nobody, one, all but one, or any: sets of one processor more or less than nothing or all are what patterns consist of. */
function someOf(n: number, without: number, stream: Random): number[] {
  const others = Array.from({ length: n }, (_, q) => q).filter((q) => q !== without)
  const one = stream.integer(others.length)
  switch (stream.integer(4)) {
    case 0:
      return []
    case 1:
      return [others[one]!]
    case 2:
      return others.toSpliced(one, 1)
    default:
      return others.filter(() => stream.integer(2) === 0)
  }
}

const toggled = (set: readonly number[], q: number): number[] =>
  set.includes(q) ? set.filter((one) => one !== q) : [...set, q].sort((a, b) => a - b)

/** One message more is left out, or one less; or all of one processor in one round. */
function varyOmissions(script: FaultScript, choices: ScriptChoices): FaultScript {
  const { n, model, stream } = choices
  const { omissions } = script
  if (omissions.length > 0 && stream.integer(3) === 0)
    return { ...script, omissions: omissions.toSpliced(stream.integer(omissions.length), 1) }
  const failing = [...new Set(omissions.map(failingIn))]
  const free = failing.length < model.most ? Array.from({ length: n }, (_, p) => p) : failing
  const p = free[stream.integer(free.length)]!
  const hears = model.omits === 'receive' || (model.omits === 'general' && stream.integer(2) === 0)
  const round = someRound(choices)
  const added = someOf(n, p, stream).map((q) =>
    hears
      ? ({ sender: q, receiver: p, round, fate: 'unheard' } as const)
      : ({ sender: p, receiver: q, round, fate: 'omitted' } as const),
  )
  const between = added.map(({ sender, receiver }) => `${sender} ${receiver}`)
  const others = omissions.filter(
    (one) =>
      one.round !== round || (failingIn(one) !== p && !between.includes(`${one.sender} ${one.receiver}`)),
  )
  return { ...script, omissions: [...others, ...added] }
}

/** A liar says something else to some in a round, or to them what is right; or somebody else lies in its place. */
function varyLies(script: FaultScript, choices: ScriptChoices): FaultScript {
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
  const round = someRound(choices)
  const told = someOf(n, liar, stream).filter((q) => !liars.includes(q))
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
