import type { Manifest } from '../../experiments/manifest.ts'
import type { GroupKey } from '../statistics/groups.ts'
import { capitalised } from './capitalised.ts'
import { delayName, inputsName, topologyName, wakeUpName } from './spec-names.ts'

/** What a sweep can vary beside n. Rounds count as one more kind of delay. */
export const dimensions = ['algorithm', 'topology', 'inputs', 'delay', 'wakeup', 'faults'] as const

export type Dimension = (typeof dimensions)[number]

/** The value of a dimension, as the rows spell it. */
export function specOf(key: GroupKey, dimension: Dimension): string {
  return dimension === 'delay' ? (key.delay ?? key.timing) : key[dimension]
}

/** The value of a dimension, as people call it. */
export function labelOf(key: GroupKey, dimension: Dimension, { algorithms }: Manifest): string {
  const value = specOf(key, dimension)
  if (dimension === 'algorithm') return algorithms.find(({ name }) => name === value)?.title ?? value
  if (dimension === 'topology') return topologyName(value)
  if (dimension === 'inputs') return inputsName(value)
  if (dimension === 'delay') return key.delay === null ? 'synchronous rounds' : delayName(value)
  return dimension === 'wakeup' ? wakeUpName(value) : value
}

/** The same where it stands alone, as a header or in a legend. Names of algorithms and networks stay as they are. */
export function headingOf(key: GroupKey, dimension: Dimension, manifest: Manifest): string {
  const label = labelOf(key, dimension, manifest)
  return dimension === 'algorithm' || dimension === 'topology' ? label : capitalised(label)
}

/** A fixed circumstance as part of a subtitle; empty where it is the usual one and goes without saying. */
export function circumstance(key: GroupKey, dimension: Dimension, manifest: Manifest): string {
  const label = labelOf(key, dimension, manifest)
  if (dimension === 'delay') return key.delay === null ? 'synchronous' : `asynchronous, delays ${label}`
  const usual = {
    inputs: ['random', ''],
    wakeup: ['all', ''],
    faults: ['none', ''],
    algorithm: [],
    topology: [],
  }
  return (usual[dimension] as readonly string[]).includes(specOf(key, dimension)) ? '' : label
}
