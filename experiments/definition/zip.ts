import { didYouMean, InputError } from '../../engine/index.ts'
import { gridDimensions, type ZippedDimension } from '../cell/index.ts'
import type { Experiment, ExperimentDefinition } from './experiment.ts'

/** The list of each dimension. */
const listNames = {
  algorithm: 'algorithms',
  timing: 'timings',
  topology: 'topologies',
  n: 'sizes',
  delay: 'delays',
  wakeup: 'wakeups',
  inputs: 'inputs',
  weights: 'weights',
} as const satisfies Record<ZippedDimension, keyof Experiment>

type Lists = Pick<Experiment, (typeof listNames)[ZippedDimension]>

/**
 * The dimensions that go together, after checks: their lists are equally long, and none is zipped twice. `sized` are the
 * specs whose ranges depend on n.
 */
export function readZip(
  given: ExperimentDefinition,
  lists: Lists,
  sized: readonly string[],
): Pick<Experiment, 'zip'> {
  const zip = (given.zip ?? []).map((names, i) => {
    const fail = (problem: string): never => {
      throw new InputError(`zip[${i}]: ${problem}`)
    }
    const read = names.map((name) => dimensionNamed(name, fail))
    if (read.length < 2) fail('one dimension alone; list at least two, such as topology and wakeup')
    const ranged = read.flatMap((name) =>
      sized.filter((spec) => (lists[listNames[name]] as readonly unknown[] | undefined)?.includes(spec)),
    )[0]
    if (ranged !== undefined)
      fail(`${ranged} has another number of values at each n; write the values one by one`)
    const lengths = read.map((name) => lists[listNames[name]]?.length ?? 0)
    if (new Set(lengths).size > 1)
      fail(
        `lists that go together are equally long, but ${read.map((name, j) => `${name} has ${lengths[j]}`).join(', ')}`,
      )
    if (read.includes('n') && given.worstCases !== undefined)
      fail('n goes together with others, but worst cases have sizes of their own; sweep them apart')
    return read
  })
  const all = zip.flat()
  const twice = all.find((name, i) => all.indexOf(name) < i)
  if (twice !== undefined) throw new InputError(`zip: ${twice} stands there twice`)
  return zip.length === 0 ? {} : { zip }
}

function dimensionNamed(name: string, fail: (problem: string) => never): ZippedDimension {
  const found = gridDimensions.find((one) => one === name)
  return (
    found ??
    fail(
      `there is no dimension “${name}”${didYouMean(name, gridDimensions) || `; there are ${gridDimensions.join(', ')}`}`,
    )
  )
}
