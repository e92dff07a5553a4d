import type { Command } from 'commander'
import { integerOption } from './specs.ts'

/** Adds what simulate can be told of a run on shared memory. */
export const addSharedOptions = (command: Command): Command =>
  command
    .option('--scheduler <spec>', 'shared memory: who takes the next step: random, solo … (default: random)')
    .option(
      '--passages <count>',
      'shared memory: passages of each (default: 10)',
      integerOption('passages', 1),
    )
    .option(
      '--participants <count>',
      'shared memory: so many take part, the first ones (default: all)',
      integerOption('participants', 1),
    )
    .option('--max-steps <count>', 'shared memory: stop after so many steps', integerOption('max-steps', 1))

/** The same for explore. */
export const addSharedExploreOptions = (command: Command): Command =>
  command
    .option(
      '--passages <count>',
      'shared memory: passages of each processor (default: any number)',
      integerOption('passages', 1),
    )
    .option('--repeats', 'shared memory: processors of an object are asked for the same again and again')
    .option(
      '--count',
      'shared memory: only count the executions of an object, up to the order of steps that commute',
    )
    .option(
      '--expected',
      'shared memory: only what schedulers can make of the coins of an object: expected steps, probabilities of answers',
    )
    .option('--no-costs', 'shared memory: leave out the largest costs, which take longer than the rest')
    .option('--reduce', 'shared memory: leave out steps that commute with those that are looked at')

/** The same for attack. */
export const addSharedAttackOptions = (command: Command): Command =>
  command
    .option(
      '--passages <count>',
      'shared memory: passages of each (default: 10)',
      integerOption('passages', 1),
    )
    .option(
      '--max-steps <count>',
      'shared memory: a run that takes more steps counts for nothing (default: 1,000 for each passage or operation)',
      integerOption('max-steps', 1),
    )
