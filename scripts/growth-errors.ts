/**
 * How often the verdict on growth is right, undecided and wrong, on sweeps that are made up from known laws. Prints the
 * tables of docs/statistics.md.
 *
 *     node dist/scripts/growth-errors.js [trials of each kind] [seed]      default: 20000, 2004
 */
import { runTrial, type Trial, truths } from './growth-trials.ts'

const [trials = 20_000, seed = 2004] = process.argv.slice(2).map(Number)

function rates(part: readonly Trial[]): string {
  const share = (score: Trial['score'], digits: number) =>
    `${((100 * part.filter((trial) => trial.score === score).length) / part.length).toFixed(digits)}%`
  return `${share('right', 1)} | ${share('undecided', 1)} | ${share('wrong', 2)} |`
}

function table(
  heading: string,
  all: readonly Trial[],
  lines: readonly (readonly [string, (trial: Trial) => boolean])[],
): string {
  const body = lines.map(([name, belongs]) => `| ${name} | ${rates(all.filter(belongs))}`)
  return `| ${heading} | Right | Undecided | Wrong |\n|---|---:|---:|---:|\n${body.join('\n')}\n`
}

/** A table with a line for each value that a property of the trials has, in ascending order if they are numbers. */
function tableBy<K extends keyof Trial>(
  heading: string,
  all: readonly Trial[],
  key: K,
  name: (value: Trial[K]) => string = String,
): string {
  const values = [...new Set(all.map((trial) => trial[key]))]
  if (values.every((value) => typeof value === 'number')) values.sort((a, b) => Number(a) - Number(b))
  return table(
    heading,
    all,
    values.map((value) => [name(value), (trial) => trial[key] === value] as const),
  )
}

const tableOfTruths = (heading: string, all: readonly Trial[], kind: Trial['kind']): string =>
  table(
    heading,
    all,
    truths[kind].map((truth) => [truth, (trial) => trial.truth === truth] as const),
  )

const run = (kind: Trial['kind']): Trial[] =>
  Array.from({ length: trials }, (_, i) => runTrial(kind, seed, i))
const [ofClasses, ofNone, onSeveral] = [run('class'), run('outsider'), run('several')]
const isFair = ({ range, noise }: Trial) => range >= 64 && noise <= 0.1
process.stdout.write(
  [
    `${trials} trials of each kind, seed ${seed}\n`,
    table(
      'Trials',
      [...ofClasses, ...onSeveral, ...ofNone],
      [
        ['one kind of network', ({ kind }) => kind === 'class'],
        ['of these, range ≥ 64 and noise ≤ 10%', (trial) => trial.kind === 'class' && isFair(trial)],
        ['several kinds of network together', ({ kind }) => kind === 'several'],
        ['costs of no class', ({ kind }) => kind === 'outsider'],
      ],
    ),
    tableOfTruths('True class', ofClasses, 'class'),
    tableBy('Noise', ofClasses, 'noise', (noise) => `${100 * Number(noise)}%`),
    tableBy('Distribution', ofClasses, 'tails'),
    tableBy('Range', ofClasses, 'range'),
    tableBy('Replicates', ofClasses, 'replicates'),
    tableOfTruths('True class, several kinds of network', onSeveral, 'several'),
    tableOfTruths('Costs of no class', ofNone, 'outsider'),
  ].join('\n'),
)
