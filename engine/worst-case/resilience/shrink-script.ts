import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm } from '../../model/index.ts'
import type { Alteration } from './alteration.ts'
import type { FaultViolation } from './fault-exploration.ts'
import type { FaultScript, Mistakes } from './fault-script.ts'
import type { Paces } from './paces.ts'
import { brokenBy, withProperty } from './run-script.ts'

/**
 * An execution that breaks the same property and in which less fails: no single crash, omission, lie or liar can be left out
 * of it, no message need be slow or fast or held up longer, no lie be told to one more, no failure detector be wrong for longer;
 * no last step can send to one more, no input or seed of coins be 0 instead. Null if, carried out, it does not break the property.
 */
export function shrinkScript(
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  { property, script }: FaultViolation,
): FaultViolation | null {
  const judged = withProperty(algorithm, property)
  const broken = (one: FaultScript): FaultViolation | null => {
    const found = brokenBy(judged, instance, one)
    return found?.property === property ? { ...found, script: one } : null
  }
  let small = broken(script)
  for (let next = small; next !== null; small = next ?? small) {
    next = null
    for (const one of smaller(small!.script, instance)) if ((next = broken(one)) !== null) break
  }
  return small
}

/** Scripts with a little less in them: those with the least first. */
function smaller(script: FaultScript, { network: { n } }: ComputedInstance): FaultScript[] {
  const { values, crashes, omissions, liars, lies, alterations = [], mistakes, coins = 0, paces } = script
  return [
    ...(paces === undefined ? [] : steadier(paces).map((one) => ({ ...script, paces: one }))),
    ...liars.map((liar) => ({
      ...script,
      liars: liars.filter((one) => one !== liar),
      lies: lies.filter((lie) => lie.liar !== liar),
      alterations: alterations.filter((one) => one.liar !== liar),
    })),
    ...(mistakes === undefined ? [] : fewerMistakes(script, mistakes)),
    ...fewerAlterations(alterations).map((fewer) => ({ ...script, alterations: fewer })),
    ...crashes.map((_, i) => ({ ...script, crashes: crashes.toSpliced(i, 1) })),
    ...fewerOf(omissions).map((fewer) => ({ ...script, omissions: fewer })),
    ...fewerOf(lies).map((fewer) => ({ ...script, lies: fewer })),
    ...crashes.flatMap((crash, i) =>
      Array.from({ length: n }, (_, q) => q)
        .filter((q) => q !== crash.processor && !crash.receivers.includes(q))
        .map((q) => ({
          ...script,
          crashes: crashes.with(i, { ...crash, receivers: [...crash.receivers, q].sort((a, b) => a - b) }),
        })),
    ),
    ...values.flatMap((value, p) => (value === 0 ? [] : [{ ...script, values: values.with(p, 0) }])),
    ...(coins === 0 ? [] : [{ ...script, coins: 0 }]),
  ]
}

/** Without any, over sooner, or seldomer. */
function fewerMistakes({ mistakes: _, ...without }: FaultScript, mistakes: Mistakes): FaultScript[] {
  const { until, rate } = mistakes
  return [
    without,
    ...(until < 2 ? [] : [{ ...without, mistakes: { ...mistakes, until: until / 2 } }]),
    ...(rate < 0.1 ? [] : [{ ...without, mistakes: { ...mistakes, rate: rate / 2 } }]),
  ]
}

/** Lists in which something is left out of one: all, a half, a quarter, and so on to one. */
function fewerOf<T>(list: readonly T[]): T[][] {
  const fewer: T[][] = []
  for (let size = list.length; size > 0; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let i = 0; i < list.length; i += size) fewer.push(list.toSpliced(i, size))
  return fewer
}

/** Without some of them, or with one that is about fewer receivers. */
const fewerAlterations = (alterations: readonly Alteration[]): Alteration[][] => [
  ...fewerOf(alterations),
  ...alterations.flatMap((one, i) =>
    one.receivers.length === 1
      ? []
      : one.receivers.map((_, j) =>
          alterations.with(i, { ...one, receivers: one.receivers.toSpliced(j, 1) }),
        ),
  ),
]

/** Delays of which fewer are special, or of which those that are held up are so for half as long. */
function steadier(paces: Paces): Paces[] {
  const { seed, heldUntil, list } = paces
  return [
    ...(seed === null ? [] : [{ ...paces, seed: null }]),
    ...fewerOf(list).map((fewer) => ({ ...paces, list: fewer })),
    ...(heldUntil === null || heldUntil === 1 ? [] : [{ ...paces, heldUntil: heldUntil / 2 }]),
  ]
}
