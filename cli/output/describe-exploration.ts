import pc from 'picocolors'
import type { JudgedClaim } from '../../engine/index.ts'
import { type FinishedExploration, instanceAt } from '../../experiments/index.ts'
import { explorationScope } from './exploration-scope.ts'

/** What an exploration has found, without the reduction if that was asked for, and where a witness was written. */
interface ToldExploration {
  readonly found: FinishedExploration
  readonly whole: FinishedExploration | null
  readonly file: string | null
}

/** For machines. */
export function explorationJson({ found, whole, file }: ToldExploration): object {
  const { summary, exhausted, interrupted, timing } = found
  const { messages, time, finals, violations } = summary
  return {
    states: summary.states,
    transitions: summary.transitions,
    exhausted,
    // An execution that can go on for ever has no most.
    messages: { min: messages.min?.cost ?? null, max: summary.endless ? null : messages.max.cost },
    messages_by_type: Object.fromEntries(
      Object.entries(summary.byType).map(([type, { min, max }]) => [
        type,
        { min: min?.cost ?? null, max: summary.endless ? null : max.cost },
      ]),
    ),
    time: time && { max: summary.endless ? null : time.max.cost },
    final_configurations: finals.max,
    violations: violations.map(({ property, reason, instance }) => ({ property, reason, instance })),
    evidence: exhausted ? 'exact' : 'at least',
    endless: summary.endless,
    depth: summary.depth,
    instances: summary.instances,
    timing,
    worst_instance: { messages: messages.max.instance, time: time?.max.instance ?? null },
    depends_on_schedule: finals.varying,
    columns: summary.columns,
    claims: claimsOf(found).map(({ measure, kind, formula, bound, measured, verdict }) => ({
      measure,
      kind,
      formula,
      value: bound,
      measured,
      ratio: measured / bound,
      verdict,
    })),
    without_reduction: whole && { states: whole.summary.states, transitions: whole.summary.transitions },
    interrupted,
    execution: file,
  }
}

/** For people. */
export function describeExploration(told: ToldExploration): string {
  const { found, file } = told
  const { algorithm, timing, summary, interrupted } = found
  const { instances, messages } = summary
  const { n, m } = instanceAt(found, messages.max.instance).network
  const on =
    instances === 1 ? `${n} processors, ${m} channels` : `${number(instances)} instances of ${n} processors`
  const lines = [
    pc.bold(`${algorithm.name}: ${timing === 'synchronous' ? 'in rounds' : 'all schedules'} on ${on}`),
    entry('over', explorationScope(found)),
    ...costs(told),
    ...claimsOf(found).map(describeClaim),
    ...unjudged(found),
    ...finals(found),
    ...properties(found),
    ...explored(told),
    file === null ? [] : entry('execution', `written to ${file}`),
    interrupted ? entry('', pc.yellow('interrupted')) : [],
  ]
  return `${lines.flat().join('\n')}\n`
}

function costs({ found: { summary, exhausted, timing } }: ToldExploration): string[] {
  const { messages, time, endless, instances } = summary
  const least = exhausted ? '' : 'at least '
  const where = (place: number) => (instances === 1 ? '' : `, first on instance ${place}`)
  if (endless) return [entry('messages', pc.red('no most: an execution can go on for ever'))]
  const { min, max } = messages
  const sent =
    exhausted && min?.cost === max.cost
      ? `exactly ${number(max.cost)}${timing === 'synchronous' ? '' : ', whatever the schedule'}`
      : `${exhausted && min !== null ? `from ${number(min.cost)} to ` : least}${number(max.cost)}${where(max.instance)}`
  return [
    entry('messages', sent),
    ...(time === null
      ? []
      : [entry('time', `${exhausted ? 'up to ' : least}${time.max.cost}${where(time.max.instance)}`)]),
  ]
}

/** The claims that the extremes are held to; those that cannot be judged yet are left out. */
function claimsOf({ summary, exhausted }: FinishedExploration): readonly JudgedClaim[] {
  if (summary.endless) return []
  return summary.claims.filter(({ verdict }) => verdict === 'violated' || (exhausted && verdict === 'held'))
}

/** The claims that have no value where all was seen, with the reason. */
function unjudged({ summary, exhausted }: FinishedExploration): string[] {
  if (summary.endless || !exhausted) return []
  return summary.claims.flatMap(({ measure, kind, formula, verdict, reason }) =>
    verdict === 'not checked' && reason !== undefined
      ? entry('not checked', `${measure} ${kind} ${formula}: ${reason}`)
      : [],
  )
}

function describeClaim({ measure, kind, formula, bound, measured, verdict }: JudgedClaim): string {
  const value = formula === String(bound) ? formula : `${formula} = ${number(bound)}`
  const held = verdict === 'held' ? 'held' : pc.red('violated')
  const tight = kind === 'exactly' ? '' : `, ratio ${Number((measured / bound).toPrecision(3))}`
  return entry('claim', `${measure} ${kind} ${value}: ${held}${tight}`)
}

function finals({ summary: { finals, columns, instances, exhausted } }: FinishedExploration): string[] {
  const { min, max, varying } = finals
  const count = exhausted
    ? `${min === max ? '' : `${number(min)} to `}${number(max)}`
    : `at least ${number(max)}`
  const each = instances === 1 ? '' : ' on each instance'
  const depend =
    varying.length === 0
      ? ''
      : `; ${varying.join(', ')} depend${varying.length === 1 ? 's' : ''} on the schedule`
  return [
    entry('in the end', `${count} configuration${max === 1 ? '' : 's'}${each}${depend}`),
    ...Object.entries(columns).map(([name, values]) => entry('', `${name}: ${valuesText(values)}`)),
  ]
}

function valuesText(values: readonly (number | string | boolean)[]): string {
  const shown = values.slice(0, 12).map(String).join(', ')
  return values.length > 12 ? `${shown} … ${values.at(-1)}` : shown
}

function properties({ algorithm, summary, exhausted }: FinishedExploration): string[] {
  const names = Object.keys(algorithm.properties ?? {})
  const { violations, instances } = summary
  if (violations.length === 0)
    return names.length === 0
      ? []
      : [
          entry(
            'properties',
            `${names.join(', ')}: held${exhausted ? ' in every execution' : ' as far as explored'}`,
          ),
        ]
  return violations.map(({ property, reason, instance }) =>
    entry(
      '',
      `${pc.red(`violated ${property}`)}: ${reason}${instances === 1 ? '' : `, on instance ${instance}`}`,
    ),
  )
}

function explored({ found, whole }: ToldExploration): string[] {
  const { summary, exhausted, seconds } = found
  const rate = seconds < 1 ? '' : `; ${number(Math.round(summary.transitions / seconds))} steps a second`
  const saved =
    whole === null
      ? []
      : [
          entry(
            'reduction',
            `${number(whole.summary.states)} configurations without it${whole.exhausted ? '' : ', not exhausted'}: ${Number((whole.summary.states / summary.states).toPrecision(3))} times as many`,
          ),
        ]
  return [
    entry(
      exhausted ? 'exhausted' : pc.yellow('not exhausted'),
      `${number(summary.states)} configurations, ${number(summary.transitions)} steps, at most ${summary.depth} deep${rate}`,
    ),
    ...saved,
  ]
}

const number = (value: number): string =>
  Number.isInteger(value) ? value.toLocaleString('en') : String(Number(value.toPrecision(6)))

const entry = (name: string, value: string): string => `  ${name.padEnd(14)} ${value}`
