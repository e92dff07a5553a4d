import pc from 'picocolors'
import type {
  AnonymousRun,
  AnyAlgorithm,
  OpenEdgeConstruction,
  RecordedSchedule,
} from '../../engine/index.ts'
import { entry } from './entry.ts'

/** What the open-edge adversary has forced, and where its execution was written. */
interface ToldForced {
  readonly algorithm: AnyAlgorithm
  readonly forced: OpenEdgeConstruction
  readonly recorded: RecordedSchedule
  readonly file: string | null
}

/** For machines. */
export function forcedJson({ algorithm, forced: found, recorded, file }: ToldForced): object {
  const { instance, forced, bound, levels, complete } = found
  const { outcome, measures } = recorded.execution
  return {
    theorem: 'ring',
    algorithm: algorithm.name,
    n: instance.network.n,
    forced,
    bound,
    holds: forced >= bound,
    complete,
    levels,
    ids: Array.from(instance.ids),
    execution: { file, outcome: outcome.kind, messages: measures.messages, time: measures.time },
  }
}

/** For people. */
export function describeForced({ algorithm, forced: found, recorded, file }: ToldForced): string {
  const { instance, forced, bound, levels, complete } = found
  const { n } = instance.network
  const { outcome, measures } = recorded.execution
  const held = forced >= bound ? pc.green('held') : pc.red('below it')
  const violations = recorded.judgements.filter(({ verdict }) => verdict === 'violated')
  const row = (...cells: readonly (string | number)[]) =>
    `  ${cells.map((cell) => String(cell).padStart(10)).join('')}`
  const lines = [
    pc.bold(`${algorithm.name} on a ring of ${n}, against an adversary who keeps one edge open`),
    entry('forced', `${forced} messages; the theorem says n log2(n)/4 + 1/2 = ${bound}: ${held}`),
    forced >= bound || !complete
      ? []
      : '  The theorem is about elections of which everyone learns; this is none, or not on all rings.',
    n > 32 ? [] : entry('ids, clockwise', Array.from(instance.ids).join(',')),
    entry(
      'then',
      complete
        ? `the edge closes, and ${measures.messages} messages are sent in all; ${outcome.kind}`
        : pc.red(`stopped after ${forced} messages; --max-messages allows more`),
    ),
    outcome.kind === 'violated' ? entry('violated', pc.red(`${outcome.property}: ${outcome.reason}`)) : [],
    violations.map(({ measure, claim, measured }) =>
      entry('violated', pc.red(`${measure} ${claim.kind} ${claim.formula}: ${measured}`)),
    ),
    entry('execution', file === null ? 'write it with --record FILE' : `written to ${file}`),
    '',
    row('ring', 'least', 'most', 'theorem'),
    levels.map(({ size, least, most, bound }) => row(size, least, most, bound)),
  ].flat()
  return `${lines.join('\n')}\n`
}

/** For machines. */
export function anonymousJson(algorithm: AnyAlgorithm, run: AnonymousRun): object {
  const { n, rounds, firstDifference, ended, violated } = run
  return {
    theorem: 'anonymous',
    algorithm: algorithm.name,
    n,
    alike: firstDifference === null,
    first_difference: firstDifference,
    ended,
    violated,
    rounds,
  }
}

/** How many rounds are shown before and after those that are left out. */
const shown = 8

/** For people. */
export function describeAnonymous(algorithm: AnyAlgorithm, run: AnonymousRun): string {
  const { n, rounds, firstDifference, ended, violated } = run
  const all = rounds.map(
    ({ round, state, status, sent }) =>
      `  ${String(round).padStart(6)}${String(sent).padStart(8)}  ${status.padEnd(12)}${JSON.stringify(state)}`,
  )
  const some =
    all.length <= 2 * shown ? all : [...all.slice(0, shown), `  ${'…'.padStart(6)}`, ...all.slice(-shown)]
  const lines = [
    pc.bold(`${algorithm.name} on an anonymous ring of ${n}, all in lockstep`),
    '',
    `  ${'round'.padStart(6)}${'sent'.padStart(8)}  ${'status'.padEnd(12)}state, the same at everyone`,
    ...some,
    '',
    ...conclusion(),
  ]
  return `${lines.join('\n')}\n`

  function conclusion(): string[] {
    if (firstDifference !== null)
      return [
        pc.red(
          `  In round ${firstDifference.round}, p_${firstDifference.processor} is not as p_0 is: the algorithm keeps something outside its states.`,
        ),
      ]
    return [
      `  All are alike after each of ${rounds.length} rounds${ended ? ', until the end' : ', and not at an end'}:`,
      '  whatever one of them is in the end, all are. It elects everyone or no one.',
      ...violated.map(({ property, reason }) => entry(property, reason)),
    ]
  }
}
