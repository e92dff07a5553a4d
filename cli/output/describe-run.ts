import pc from 'picocolors'
import { type FilesRead, namesOnMemory } from '../../engine/index.ts'
import { type Row, sharedMemory, type Value } from '../../experiments/index.ts'

/**
 * One run, for people: what ran, how it ended, what it cost, and what was claimed. `files` is what was understood of
 * the files that the network and the delays are from.
 */
export function describeRun(row: Row, files: Partial<FilesRead> = {}): string {
  const { network = null, delays = null } = files
  const {
    algorithm,
    topology,
    n,
    m,
    timing,
    delay,
    wakeup,
    inputs,
    weights,
    clocks,
    workload,
    faults,
    f,
    seed,
  } = row
  const shared = topology === sharedMemory
  const timed =
    timing === 'synchronous'
      ? 'in rounds'
      : namesOnMemory(algorithm)
        ? `on shared memory, scheduler ${delay}`
        : `asynchronous, ${adversaries[row.evidence] ?? `delay ${delay}`}`
  const lines = [
    pc.bold(`${algorithm} on ${topology}`),
    entry(
      'network',
      `${count(n, 'processor')}${m === null ? '' : `, ${count(m, 'channel')}`}${measures(row)}`,
    ),
    // What is more than an edge list is said among the notes of the row.
    network === null || String(row.extra.topology_notes).startsWith(network) ? '' : entry('file', network),
    delays === null ? '' : entry('latencies', delays),
    entry(
      'run',
      shared
        ? `scheduler ${delay}; seed ${seed}`
        : `${timed}; wake-up ${wakeup}; inputs ${inputs}; ${weights === undefined ? '' : `weights ${weights}; `}${clocks === undefined ? '' : `clocks ${clocks}; `}${workload === undefined ? '' : `workload ${workload}; `}${faults === 'none' && f === undefined ? '' : `faults ${faults}; f = ${f}; `}seed ${seed}`,
    ),
    entry('outcome', outcome(row)),
    shared ? '' : cost('messages', row.messages, row.messages_claim, row.messages_verdict),
    cost(timing === 'synchronous' ? 'rounds' : 'time', row.time, row.time_claim, row.time_verdict),
    row.bits === null ? '' : entry('bits', number(row.bits)),
    ...row.verdicts.flatMap(({ claim, reason }) =>
      reason === undefined ? [] : entry('not checked', `${claim}: ${reason}`),
    ),
    ...Object.entries(row.extra).map(([name, value]) => entry(name, value === null ? '–' : text(value))),
  ]
  return `${lines.filter((line) => line !== '').join('\n')}\n`
}

/** Who decides when messages arrive, where it is not chance. */
const adversaries: Readonly<Partial<Record<Row['evidence'], string>>> = {
  searched: 'the worst schedule that was found',
  forced: 'the schedule that the proof of a lower bound constructs',
  exact: 'the worst of all schedules',
}

function measures({ diameter, root_eccentricity }: Row): string {
  const parts = [
    diameter === null ? [] : [`diameter ${diameter}`],
    root_eccentricity === null ? [] : [`root of eccentricity ${root_eccentricity}`],
  ].flat()
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}

function outcome({ outcome, detail }: Row): string {
  const word = outcome === 'terminated' || outcome === 'quiescent' ? pc.green(outcome) : pc.red(outcome)
  return detail === null ? word : `${word}: ${detail}`
}

function cost(
  name: string,
  measured: number | null,
  claim: number | null,
  verdict: Row['time_verdict'],
): string {
  if (measured === null) return entry(name, '–')
  if (claim === null) return entry(name, number(measured))
  const judged =
    verdict === 'violated' ? pc.red('violated') : verdict === 'held' ? pc.green('held') : 'not checked'
  return entry(name, `${number(measured)}   claim: ${number(claim)}, ${judged}`)
}

const entry = (name: string, value: string): string => `  ${name.padEnd(18)} ${value}`

const count = (n: number, noun: string): string => `${number(n)} ${noun}${n === 1 ? '' : 's'}`

const text = (value: NonNullable<Value>): string =>
  typeof value === 'number' ? number(value) : String(value)

/** Thousands apart; as many digits as say something. */
const number = (value: number): string =>
  Number.isInteger(value) ? value.toLocaleString('en') : String(Number(value.toPrecision(6)))
