import type { Random } from '../../../random.ts'
import { schedulers } from '../../../shared-memory/index.ts'
import type { Terrain } from '../terrain.ts'
import type { SharedAttackRun } from './shared-attack-run.ts'

/** How an adversary schedules the steps of an execution on shared memory. */
export interface ScheduledPlan {
  /** Who takes the first steps, as long as they have something to do, and what flips tell: see `GivenSchedule`. */
  readonly opening: readonly number[]
  /** Who takes the others: a scheduler of the catalogue, with its seed. */
  readonly rule: string
  readonly seed: number
}

/** Schedulers under which all processors go on for ever, so that executions end. */
function rulesFor(n: number): string[] {
  const victims = Array.from({ length: n }, (_, victim) => schedulers.parse(`overtake:victim=${victim}`).spec)
  return ['round-robin', 'random', 'sticky', 'priority', ...victims]
}

/**
 * The plans for n processors. To vary one means to change the order of the steps that were taken, up to the end of the
 * passage that cost most and mostly near it: what comes after that adds nothing to its cost.
 */
export function sharedTerrain(n: number, random: Random): Terrain<ScheduledPlan, SharedAttackRun> {
  const rules = rulesFor(n)
  const anyRule = () => ({ rule: rules[random.integer(rules.length)]!, seed: random.bits() })
  return {
    random,
    chosen: ['rule', 'steps'],
    natural: () => ({ opening: [], ...anyRule() }),
    sampled: () => ({ opening: [], rule: 'random', seed: random.bits() }),
    alternatives: (plan, name, run) =>
      name === 'rule'
        ? rules.map((rule) => ({ ...plan, rule }))
        : participants(run).flatMap((p) => [
            { ...plan, opening: hurried(run, run.from, p, run.to) },
            { ...plan, opening: delayed(run, run.from, p, run.to) },
          ]),
    varied(plan, name, run) {
      if (name === 'rule') return { opening: run.schedule.slice(0, place(run, random)), ...anyRule() }
      return { ...plan, opening: reordered(run, n, random) }
    },
    crossed: (mother, father) => {
      const at = random.integer(mother.opening.length + 1)
      return { ...father, opening: [...mother.opening.slice(0, at), ...father.opening.slice(at)] }
    },
  }
}

/** Who takes steps while the passage goes on that cost most. */
const participants = ({ schedule, from, to }: SharedAttackRun): number[] => [
  ...new Set(schedule.slice(from, to)),
]

/** A step of the execution: mostly one of the passage that cost most, or shortly before it. */
function place({ from, to }: SharedAttackRun, random: Random): number {
  const first = random.integer(4) === 0 ? 0 : Math.max(0, from - (to - from))
  return first + random.integer(Math.max(1, to - first))
}

function reordered(run: SharedAttackRun, n: number, random: Random): number[] {
  const at = place(run, random)
  const until = Math.min(run.to, at + 1 + random.integer(2 ** (1 + random.integer(6))))
  const steps = run.schedule.slice(0, run.to)
  switch (random.integer(4)) {
    case 0:
      return hurried(run, at, random.integer(n), until - at)
    case 1:
      return delayed(run, at, steps[at] ?? 0, until)
    case 2:
      // Once more the same.
      return [...steps.slice(0, until), ...steps.slice(at, until), ...steps.slice(until)]
    default:
      return [...steps.slice(0, at), ...steps.slice(until)]
  }
}

/** A processor takes its next steps, so many of them, before all others. */
function hurried({ schedule, to }: SharedAttackRun, at: number, p: number, count: number): number[] {
  let left = count
  const others = schedule.slice(at, to).filter((q) => q !== p || left-- <= 0)
  return [...schedule.slice(0, at), ...Array<number>(count - Math.max(0, left)).fill(p), ...others]
}

/** A processor takes no steps for a while, and then those that it would have taken. */
function delayed({ schedule, to }: SharedAttackRun, at: number, p: number, until: number): number[] {
  const meanwhile = schedule.slice(at, until)
  const others = meanwhile.filter((q) => q !== p)
  const own = meanwhile.filter((q) => q === p)
  return [...schedule.slice(0, at), ...others, ...own, ...schedule.slice(until, to)]
}
