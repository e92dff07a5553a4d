import type { Command } from 'commander'
import { collectSpecs, integerOption } from './specs.ts'

/** Adds the options that say what fails in one run, or what may be chosen to fail. */
export const addFaultOptions = (command: Command): Command =>
  command
    .option(
      '--faults <spec>',
      'what fails: crash:f=2, loss:rate=0.1, byzantine:f=1 …, joined by + (default: none)',
    )
    .option(
      '--f <processors>',
      'how many may fail, as the algorithm is told (default: as many as the faults make faulty)',
      integerOption('f', 0),
    )
    .option('--beyond', 'run also where the algorithm guarantees nothing')

/** Adds those of a sweep, which take lists. */
export const addFaultLists = (command: Command): Command =>
  command
    .option('--faults <specs>', 'what fails: none,crash:f=1..4+1 (default: none)', collectSpecs)
    .option('--f <number>', 'how many may fail, as algorithms are told: 2, or (n-1)/3', boundOption)
    .option('--beyond', 'run algorithms also where they guarantee nothing')

/** A number, or a formula in n. */
const boundOption = (text: string): number | string => (/^\d+$/.test(text) ? Number(text) : text)
