import pc from 'picocolors'
import type { AnyAlgorithm, Hexagon, RoundChain, Undecided } from '../../engine/index.ts'
import { describeScript } from './describe-script.ts'
import { entry } from './entry.ts'

/** What the proof of a theorem came to, and where an execution was written. */
export interface Told<T> {
  readonly algorithm: AnyAlgorithm
  readonly found: T
  readonly file: string | null
}

/** Where an execution is. */
export const written = (file: string | null): string =>
  file === null ? 'write it with --record FILE' : `written to ${file}`
const number = (value: number): string => value.toLocaleString('en')

export function undecidedJson({ algorithm, found, file }: Told<Undecided>): object {
  const { n, outcome, values, initial, schedule, blocked, ahead, cut } = found
  const events = Array.from(
    { length: n },
    (_, p) => schedule.filter(({ processor }) => processor === p).length,
  )
  return {
    ...{ theorem: 'flp', algorithm: algorithm.name, n, outcome, values, initial },
    ...{ events: schedule.length, events_by_processor: events, ahead, cut },
    blocked: blocked && { processor: blocked.processor, after: blocked.after, ...blocked.explored },
    execution: file,
  }
}

export function describeUndecided({ algorithm, found, file }: Told<Undecided>): string {
  const { n, outcome, values, initial, schedule, blocked, ahead, cut } = found
  const steps = Array.from(
    { length: n },
    (_, p) => schedule.filter(({ processor }) => processor === p).length,
  )
  const after = Object.entries(ahead).map(([value, events]) => `${value} after ${number(events)} more`)
  const verdict = {
    undecided: pc.green(
      `undecided for ${number(schedule.length)} events, in which nobody crashes and all take their turns`,
    ),
    blocked: pc.red(
      `${blocked?.after == null ? `p_${blocked?.processor} crashes as it wakes` : `p_${blocked.processor} takes no step after event ${number(blocked.after)}`}, and nobody ${blocked?.explored.exhausted === false ? 'was seen to decide' : 'ever decides'}`,
    ),
    disagree: pc.red('two values are decided'),
  }[outcome]
  const seen = blocked?.explored
  const lines = [
    pc.bold(`${algorithm.name}, ${n} processors: do they agree if one may crash?`),
    ...initial.map((one, i) => entry(i === 0 ? 'inputs' : '', `${one.values.join()}  ${decisionsOf(one)}`)),
    entry('begins with', `inputs ${values.join()}`),
    entry(
      'schedule',
      `${number(schedule.length)} events: ${steps.map((count, p) => `${number(count)} of p_${p}`).join(', ')}`,
    ),
    ...(cut ? [entry('cut off', 'the rest of what was asked for would take too long to find')] : []),
    ...(after.length === 0 ? [] : [entry('still open', `${after.join(', ')}`)]),
    ...(seen === undefined
      ? []
      : [
          entry(
            'without it',
            `nothing is decided in ${seen.exhausted ? 'any of the' : 'the first'} ${number(seen.configurations)} configurations`,
          ),
        ]),
    entry('verdict', verdict),
    entry('execution', written(file)),
  ]
  return `${lines.join('\n')}\n`
}

function decisionsOf({ decisions, configurations, exhausted }: Undecided['initial'][number]): string {
  const values = decisions.length === 0 ? 'nothing' : decisions.join(' or ')
  if (decisions.length > 1) return `${pc.bold(values)}, each in an execution that was carried out`
  return `${values}, in ${exhausted ? 'all' : 'the first'} ${number(configurations)} configurations`
}

export function chainJson({ algorithm, found, file }: Told<RoundChain>): object {
  const { n, f, links, broken, latest } = found
  const shown = links[broken ?? latest]!
  return {
    ...{ theorem: 'rounds', algorithm: algorithm.name, n, f, bound: f + 1, executions: links.length },
    ...{
      decided: links[latest]!.decided,
      decisions: runsOf(links),
      broken_at: broken === null ? null : broken + 1,
    },
    violated: shown.broken && { property: shown.broken.property, reason: shown.broken.reason },
    ...{ script: shown.script, execution: file },
  }
}

export function describeChain({ algorithm, found, file }: Told<RoundChain>): string {
  const { n, f, links, broken, latest } = found
  const { script, broken: what } = links[broken ?? latest]!
  const last = links[latest]!.decided ?? 0
  const lines = [
    pc.bold(`${algorithm.name}, ${n} processors, ${f} may crash: in how many rounds do they agree?`),
    entry(
      'chain',
      `${number(links.length)} executions with at most one crash a round, from inputs ${links[0]!.script.values.join()} to ${links.at(-1)!.script.values.join()}`,
    ),
    entry(
      'decisions',
      runsOf(links)
        .map(({ decisions, executions }) => `${decisions.join(' and ') || 'none'} in ${number(executions)}`)
        .join(', then '),
    ),
    entry('last decision', `in round ${last}; the theorem says f + 1 = ${f + 1}`),
    what === null
      ? entry(
          'verdict',
          last > f
            ? pc.green(`held: with these crashes somebody decides in round ${last}`)
            : pc.red('its own properties hold all along, so they are not those of consensus'),
        )
      : entry(
          'verdict',
          `${pc.red(`violated ${what.property}`)} in execution ${number(broken! + 1)}: ${what.reason}`,
        ),
    ...describeScript(script).map((line) => entry('', `  ${line}`)),
    entry('execution', written(file)),
  ]
  return `${lines.join('\n')}\n`
}

/** How many executions in a row decide the same. */
function runsOf(links: RoundChain['links']): { decisions: readonly number[]; executions: number }[] {
  const runs: { decisions: readonly number[]; executions: number }[] = []
  for (const { decisions } of links) {
    const last = runs.at(-1)
    if (last !== undefined && last.decisions.join() === decisions.join()) last.executions++
    else runs.push({ decisions, executions: 1 })
  }
  return runs
}

export function hexagonJson({ algorithm, found, file }: Told<Hexagon>): object {
  const { groups, decisions, rounds, views } = found
  return {
    ...{ theorem: 'liars', algorithm: algorithm.name, groups, decisions, rounds },
    views: views.map(({ liars, script, broken }) => ({ liars: groups[liars], broken, script })),
    execution: file,
  }
}

export function describeHexagon({ algorithm, found, file }: Told<Hexagon>): string {
  const { groups, decisions, rounds, views } = found
  const n = groups.flat().length
  const names = ['A', 'B', 'C']
  const at = (copy: 0 | 1) => names.map((name, g) => `${name}${copy} ${decisions[g]![copy]}`).join(' — ')
  const broken = views.find((view) => view.broken !== null)
  const lines = [
    pc.bold(`${algorithm.name}, ${n} processors: do they agree if a third of them lies?`),
    entry(
      'groups',
      groups.map((group, g) => `${names[g]} = {${group.map((p) => `p_${p}`).join(', ')}}`).join(', '),
    ),
    entry('hexagon', `inputs 0, decisions  ${at(0)} — back to A1`),
    entry('', `inputs 1, decisions  ${at(1)} — back to A0`),
    ...views.map(({ liars, broken }) => {
      const others = names.filter((_, g) => g !== liars).join(' and ')
      return entry(
        liars === 0 ? 'views' : '',
        `${others} see a system in which ${names[liars]} lies: ${broken === null ? 'nothing is broken' : pc.red(`violated ${broken.property}: ${broken.reason}`)}`,
      )
    }),
    entry(
      'verdict',
      broken === undefined
        ? pc.red('its own properties hold in all three, so they are not those of consensus')
        : pc.red(`after ${rounds} rounds one of three legal executions is wrong, as the theorem says`),
    ),
    entry('execution', broken === undefined ? 'there is none to write' : written(file)),
  ]
  return `${lines.join('\n')}\n`
}
