import type { CommandBuilder } from './command.ts'

/** A command as the help of the program lists it. What it does is loaded when it is called for. */
export interface CommandEntry {
  /** Its name and its arguments. */
  readonly words: string
  readonly summary: string
  readonly load: () => Promise<CommandBuilder>
}

/** All commands, in the order of the help. */
export const commands: readonly CommandEntry[] = [
  {
    words: 'init [folder]',
    summary: 'begin a project of your own: an algorithm, an experiment, and what TypeScript needs',
    load: async () => (await import('./init.ts')).initCommand,
  },
  {
    words: 'run <experiment>',
    summary: 'run an experiment: sweep its grid, hold every run to the claims, draw the charts',
    load: async () => (await import('./run.ts')).runCommand,
  },
  {
    words: 'sweep',
    summary: 'run a sweep given by flags: every combination of what they list',
    load: async () => (await import('./sweep.ts')).sweepCommand,
  },
  {
    words: 'status <folder>',
    summary: 'say how a sweep stands: from another shell while it runs, or after it was interrupted',
    load: async () => (await import('./status.ts')).statusCommand,
  },
  {
    words: 'merge <folders...>',
    summary: 'put the shards of a sweep together, check that they belong together, draw the charts',
    load: async () => (await import('./merge.ts')).mergeCommand,
  },
  {
    words: 'worker <url>',
    summary: 'compute runs for sweeps that are run with --cluster, until it is stopped',
    load: async () => (await import('./worker.ts')).workerCommand,
  },
  {
    words: 'simulate <algorithm>',
    summary: 'run an algorithm once, measure it and hold it to its claims',
    load: async () => (await import('./simulate.ts')).simulateCommand,
  },
  {
    words: 'replay <execution or folder>',
    summary: 'carry out a recorded execution again, or run a row of a results folder again',
    load: async () => (await import('./replay.ts')).replayCommand,
  },
  {
    words: 'explore <algorithm>',
    summary: 'find the exact worst case of a small instance: go through all schedules',
    load: async () => (await import('./explore.ts')).exploreCommand,
  },
  {
    words: 'resilience <algorithms...>',
    summary:
      'map for which n and f an algorithm is safe: in all executions, in those searched, or not at all',
    load: async () => (await import('./resilience.ts')).resilienceCommand,
  },
  {
    words: 'attack <algorithm>',
    summary: 'search for the worst case: an adversary chooses what happens next, and the instance',
    load: async () => (await import('./attack.ts')).attackCommand,
  },
  {
    words: 'lower-bound <theorem> <algorithm>',
    summary: 'carry out the proof of a lower bound against an algorithm',
    load: async () => (await import('./lower-bound.ts')).lowerBoundCommand,
  },
  {
    words: 'stabilise <algorithm>',
    summary: 'go through all executions of a self-stabilising algorithm, from all configurations',
    load: async () => (await import('./stabilise.ts')).stabiliseCommand,
  },
  {
    words: 'verify <execution>',
    summary: 'check a recorded execution: that it is legal and admissible, and costs what it says',
    load: async () => (await import('./verify.ts')).verifyCommand,
  },
  {
    words: 'check-history <history>',
    summary:
      'hold a history of operations to linearizability, orders of broadcasts …, and say why it is wrong',
    load: async () => (await import('./check-history.ts')).checkHistoryCommand,
  },
  {
    words: 'draw <execution>',
    summary: 'draw the space–time diagram of a recorded execution, or turn it into what other viewers read',
    load: async () => (await import('./draw.ts')).drawCommand,
  },
  {
    words: 'shrink <execution>',
    summary: 'look for a small run that goes wrong as a recorded one does, and record it',
    load: async () => (await import('./shrink.ts')).shrinkCommand,
  },
  {
    words: 'convert <file>',
    summary: 'read the file of a network and write what was understood as an edge list',
    load: async () => (await import('./convert.ts')).convertCommand,
  },
  {
    words: 'list [kind]',
    summary: 'what there is to choose from',
    load: async () => (await import('./list.ts')).listCommand,
  },
  {
    words: 'report <folder>',
    summary:
      'draw the charts and write the report of a results folder again, without running anything; also of a sweep that is not finished',
    load: async () => (await import('./report.ts')).reportCommand,
  },
  {
    words: 'reproduce <folder>',
    summary:
      'run a sweep again from the manifest of its results, by the code that is here now, and compare the bytes',
    load: async () => (await import('./reproduce.ts')).reproduceCommand,
  },
  {
    words: 'compare <before> <now>',
    summary: 'say what changed between two results of an experiment',
    load: async () => (await import('./compare.ts')).compareCommand,
  },
  {
    words: 'bench',
    summary:
      'how fast the engine is on this machine: messages per second, and each event queue against heap-js',
    load: async () => (await import('./bench.ts')).benchCommand,
  },
]
