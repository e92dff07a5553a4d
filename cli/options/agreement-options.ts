import type { Command } from 'commander'
import { integerOption, pathOption } from './specs.ts'

/** Adds the options of the bounds of agreement. */
export const addAgreementOptions = (command: Command): Command =>
  command
    .option('--f <processors>', 'of agreement: how many may fail', integerOption('f', 0), 1)
    .option(
      '--told <processors>',
      'rounds: how many may fail, as the algorithm is told (default: as --f)',
      integerOption('told', 0),
    )
    .option(
      '--events <count>',
      'flp, halves: for how long an execution goes on',
      integerOption('events', 1),
      1000,
    )
    .option(
      '--draw <file>',
      'flp: draw what can be decided along the schedule, as SVG or PNG by the name of the file',
      pathOption('draw'),
    )
