import { namesOnMemory, splitName, topologies, wrapperSpecs } from '../../engine/index.ts'
import { type Row, type RowPlace, sharedMemory, typedSpec } from '../cell/index.ts'

/**
 * The command that runs the cell of a row again. `module` is the path of the user's module that has the algorithm;
 * null or absent for those of the catalogue. What is neither sampled nor searched is found again from its place.
 */
export function replayCommand(row: Row, module?: string | null, place?: () => RowPlace): string {
  const { evidence } = row
  if (evidence !== 'sampled' && evidence !== 'searched' && place !== undefined) {
    const { folder, row: number } = place()
    return commandLine(['admissible', 'replay', folder], [['row', number]])
  }
  const { innermost } = splitName(row.algorithm)
  const algorithm = module == null ? innermost : `${module}#${innermost}`
  if (row.extra.stabilisation_steps !== undefined || row.extra.states_each !== undefined)
    return commandLine(
      ['admissible', 'stabilise', algorithm],
      [
        ['n', row.n],
        ['daemon', row.delay],
        ['run', row.delay === null ? null : true],
        ['seed', row.delay === null ? null : row.seed],
      ],
    )
  if (row.topology === sharedMemory && evidence === 'searched')
    return commandLine(
      ['admissible', 'attack', algorithm],
      [
        ['n', row.n],
        ['workload', row.workload ?? null],
        ['strategy', (row.extra.strategies ?? null) as string | null],
        ['runs', (row.extra.runs ?? null) as number | null],
        ['seed', row.seed],
      ],
    )
  if (row.topology === sharedMemory)
    return commandLine(
      ['admissible', 'simulate', algorithm],
      [
        ['n', row.n],
        ['scheduler', row.delay],
        ['workload', row.workload ?? null],
        ['seed', row.seed],
      ],
    )
  const scheduled = namesOnMemory(row.algorithm)
  const verb = evidence === 'searched' ? 'attack' : 'simulate'
  return commandLine(
    ['admissible', verb, algorithm],
    [
      ['over', typedWrappers(row.algorithm)],
      ['topology', typedSpec('topology', row.topology)],
      ['n', topologies.parse(row.topology).entry.fixedSize ? null : row.n],
      ['timing', row.timing === 'synchronous' ? row.timing : null],
      ['delay', row.delay === null || scheduled ? null : typedSpec('delay', row.delay)],
      ['scheduler', scheduled ? row.delay : null],
      ['objective', evidence === 'searched' && row.time_verdict === 'violated' ? 'time' : null],
      ['wakeup', typedSpec('wakeup', row.wakeup)],
      ['inputs', row.inputs],
      ['weights', row.weights ?? null],
      ['clocks', row.clocks ?? null],
      ['workload', row.workload ?? null],
      ['faults', row.faults === 'none' ? null : row.faults],
      ['f', row.f ?? null],
      ['beyond', row.extra.beyond === undefined ? null : true],
      ['strategy', (row.extra.strategies ?? null) as string | null],
      ['runs', (row.extra.runs ?? null) as number | null],
      ['seed', row.seed],
    ],
  )
}

/** Wrappers as a command line names them, each of a user's own with its module. */
function typedWrappers(name: string): string | null {
  const specs = wrapperSpecs(name)
  return specs.length === 0 ? null : specs.map((spec) => typedSpec('over', spec)).join('+')
}

/** The words with those flags that have a value. */
function commandLine(
  words: readonly string[],
  flags: readonly (readonly [string, string | number | true | null])[],
): string {
  const given = flags.flatMap(([flag, value]) => {
    if (value === null) return []
    return value === true ? [`--${flag}`] : [`--${flag}`, String(value)]
  })
  return [...words, ...given].map(shellWord).join(' ')
}

/** A word as a shell reads it. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./#-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
