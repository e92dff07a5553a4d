import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineExperiment } from '../../experiments/index.ts'

/** A sweep of 32 cells that takes no time: to stop, damage, change and resume. */
export const definition = {
  name: 'trial',
  question: 'Does it go on where it stopped?',
  algorithms: ['flooding', 'spanning-tree-flood'],
  topologies: ['ring', 'gnp:degree=4'],
  sizes: [16, 64],
  replicates: 4,
  seed: 7,
} as const

export const experiment = defineExperiment(definition)

/** A file of a results folder. */
export const read = (out: string, name: string): string => readFileSync(join(out, name), 'utf8')
