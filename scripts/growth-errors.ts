/**
 * How often the verdict on growth is right, undecided and wrong, on sweeps that are made up from known laws. Prints the
 * tables of docs/statistics.md.
 *
 *     node dist/scripts/growth-errors.js [trials of each kind] [seed]      default: 700, 4711
 */
import { lawsOf } from './growth-laws.ts'
import { type Kind, runTrial, type Trial } from './growth-trials.ts'

const [trials = 700, seed = 4711] = process.argv.slice(2).map(Number)

const titles: Readonly<Record<Kind, string>> = {
  pure: 'a usual class, its leading term alone',
  rarer: 'a rarer class: log log n, log² n, n^(1/3), n/log n',
  lower: 'a class with terms of lower order, small and large',
  steps: 'staircases',
  none: 'no class',
  several: 'several kinds of network together',
  severalHard: 'several kinds, with large terms or of no class',
}
const kinds = Object.keys(titles) as Kind[]
const onOneKind = kinds.filter((kind) => !kind.startsWith('several'))

function line(name: string, part: readonly Trial[]): string {
  const share = (belongs: (trial: Trial) => boolean, digits: number) =>
    `${((100 * part.filter(belongs).length) / part.length).toFixed(digits)}%`
  const right = share(({ score }) => score === 'right', 1)
  const undecided = share(({ score }) => score === 'undecided', 1)
  const wrong = share(({ score }) => score === 'wrong', 1)
  const beyond = share(({ score, isTrueHere }) => score === 'wrong' && !isTrueHere, 1)
  return `| ${name} | ${right} | ${undecided} | ${wrong} | ${beyond} |`
}

/** A table with a line for each value that a property of the trials has. */
function table<K extends keyof Trial>(heading: string, all: readonly Trial[], key: K, suffix = ''): string {
  const values = [...new Set(all.map((trial) => trial[key]))]
  if (values.every((value) => typeof value === 'number')) values.sort((a, b) => Number(a) - Number(b))
  const lines = values.map((value) =>
    line(
      `${value}${suffix}`,
      all.filter((trial) => trial[key] === value),
    ),
  )
  return [head(heading), ...lines, ''].join('\n')
}

const head = (heading: string): string =>
  `| ${heading} | Right | Undecided | Wrong | Wrong on these sizes too |\n|---|---:|---:|---:|---:|`

const all = kinds.map((kind) => Array.from({ length: trials }, (_, i) => runTrial(kind, seed, i)))
const of = (kind: Kind): Trial[] => all[kinds.indexOf(kind)]!
const ofOneKind = onOneKind.flatMap(of)
const laws = onOneKind.reduce((sum, kind) => sum + Object.keys(lawsOf[kind]).length, 0)
process.stdout.write(
  [
    `${trials} trials of each kind, ${laws} laws on one kind of network, seed ${seed}\n`,
    head('Costs of'),
    ...onOneKind.map((kind) => line(titles[kind], of(kind))),
    line('all of these', ofOneKind),
    line(titles.several, of('several')),
    `${line(titles.severalHard, of('severalHard'))}\n`,
    table('Noise', ofOneKind, 'noise'),
    table('Distribution', ofOneKind, 'tails'),
    table('Range', ofOneKind, 'range'),
    table('Replicates', ofOneKind, 'replicates'),
    ...kinds.map((kind) => table(`Law: ${titles[kind]}`, of(kind), 'law')),
  ].join('\n'),
)
