import { namesOnMemory } from '../../engine/index.ts'
import { type Manifest, sharedMemory } from '../../experiments/cell/index.ts'
import type { GroupKey } from '../statistics/groups.ts'
import { capitalised } from './capitalised.ts'
import {
  clocksName,
  delayName,
  faultsName,
  inputsName,
  topologyName,
  wakeUpName,
  weightsName,
  workloadName,
} from './spec-names.ts'

/** What a sweep can vary beside n. Rounds count as one more kind of delay. */
export const dimensions = [
  'algorithm',
  'topology',
  'inputs',
  'delay',
  'wakeup',
  'faults',
  'weights',
  'clocks',
  'workload',
] as const

export type Dimension = (typeof dimensions)[number]

/** How tables name the dimensions. */
export const dimensionTitles: Readonly<Record<Dimension, string>> = {
  algorithm: 'Algorithm',
  topology: 'Topology',
  inputs: 'Inputs',
  delay: 'Delays',
  wakeup: 'Wake-up',
  faults: 'Faults',
  weights: 'Weights',
  clocks: 'Clocks',
  workload: 'Workload',
}

/** The value of a dimension, as the rows spell it. */
export function specOf(key: GroupKey, dimension: Dimension): string {
  if (dimension === 'delay') return key.delay ?? key.timing
  return key[dimension] ?? ''
}

/** How people call the values of each dimension. */
const names: Readonly<Record<Dimension, (value: string, manifest: Manifest) => string>> = {
  algorithm: (value, { algorithms }) => algorithms.find(({ name }) => name === value)?.title ?? value,
  topology: topologyName,
  inputs: inputsName,
  delay: (value) => (value === 'synchronous' ? 'synchronous rounds' : delayName(value)),
  wakeup: wakeUpName,
  faults: faultsName,
  weights: weightsName,
  clocks: clocksName,
  workload: workloadName,
}

/** The value of a dimension, as people call it; where two are called the same, as the rows spell it. */
export function labelOf(key: GroupKey, dimension: Dimension, manifest: Manifest): string {
  const value = specOf(key, dimension)
  const name = names[dimension](value, manifest)
  const {
    algorithms,
    topologies,
    inputs,
    delays,
    wakeups,
    weights = [],
    clocks = [],
    faults = [],
    workloads = [],
  } = manifest.experiment
  const all = {
    algorithm: algorithms,
    topology: topologies,
    inputs,
    delay: delays,
    wakeup: wakeups,
    faults,
    weights,
    clocks,
    workload: workloads,
  }
  const others = all[dimension].filter((other) => other !== value)
  return others.some((other) => names[dimension](other, manifest) === name) ? value : name
}

/** The same where it stands alone, as a header or in a legend. Names of algorithms and networks stay as they are. */
export function headingOf(key: GroupKey, dimension: Dimension, manifest: Manifest): string {
  const label = labelOf(key, dimension, manifest)
  return dimension === 'algorithm' || dimension === 'topology' ? label : capitalised(label)
}

/** Whether no messages are sent at all, but variables shared. */
export const onSharedMemory = (keys: readonly GroupKey[]): boolean =>
  keys.every(({ topology }) => topology === sharedMemory)

/** Whether what stands in the place of delays is a scheduler: of processors that share variables, or registers for their messages. */
export const isScheduled = ({ topology, algorithm }: GroupKey): boolean =>
  topology === sharedMemory || namesOnMemory(algorithm)

/** A fixed circumstance as part of a subtitle; empty where it is the usual one and goes without saying. */
export function circumstance(key: GroupKey, dimension: Dimension, manifest: Manifest): string {
  const label = labelOf(key, dimension, manifest)
  if (dimension === 'delay' && isScheduled(key)) return `scheduler ${label}`
  if (dimension === 'delay') return key.delay === null ? 'synchronous' : `asynchronous, delays ${label}`
  const usual = {
    inputs: ['random', ''],
    wakeup: ['all', ''],
    faults: ['none', ''],
    weights: [''],
    clocks: [''],
    workload: [''],
    algorithm: [],
    topology: [],
  }
  return (usual[dimension] as readonly string[]).includes(specOf(key, dimension)) ? '' : label
}
