import type { Manifest } from '../../experiments/cell/index.ts'
import { distinct } from '../group-by.ts'
import type { GroupKey } from '../statistics/groups.ts'
import { type Dimension, isScheduled, labelOf, onSharedMemory } from './dimensions.ts'
import { count, listing } from './numbers.ts'

/** What a caption is made of. */
interface CaptionParts {
  /** What the marks of the figure are, each a sentence without its full stop; empty ones are left out. */
  readonly marks: readonly string[]
  /** What was run, of all that is drawn. */
  readonly keys: readonly GroupKey[]
  readonly manifest: Manifest
}

/** What stands under a figure after its title: what its marks are, and the sweep that it is drawn from. */
export function caption({ marks, keys, manifest }: CaptionParts): string {
  const sentences = [...marks.filter((mark) => mark !== ''), sweepSentence(keys, manifest)]
  return sentences.map((sentence) => `${sentence}.`).join(' ')
}

/** The exact sweep: “The sweep: Flooding; networks: Ring and Torus; n = 16, 32, …, 1,024 (doubling); …”. */
export function sweepSentence(keys: readonly GroupKey[], manifest: Manifest): string {
  const all = (dimension: Dimension) =>
    listing(distinct(keys.map((key) => labelOf(key, dimension, manifest))).filter((label) => label !== ''))
  const { experiment } = manifest
  const shared = onSharedMemory(keys)
  const delays = distinct(
    keys.filter(({ delay }) => delay !== null).map((key) => labelOf(key, 'delay', manifest)),
  )
  // Not only rounds have no delays of their own: so has a worst case.
  const rounds = keys.filter(({ timing }) => timing === 'synchronous')
  const chosen = keys.filter(({ delay }) => delay === null).length > rounds.length
  const timing = [
    delays.length === 0
      ? ''
      : `${keys.every(isScheduled) ? schedulers(delays.length) : 'asynchronous with delays'} ${listing(delays)}`,
    chosen ? 'asynchronous with the worst delays' : '',
    rounds.length > 0 ? 'synchronous rounds' : '',
  ]
  const faults = all('faults')
  const inputs = shared ? [] : [all('inputs'), all('wakeup')]
  const { replicates, untilCi } = experiment
  const repeated =
    replicates === 1 ? '1 replicate' : `${untilCi == null ? '' : 'up to '}${count(replicates)} replicates`
  const networks = distinct(keys.map(({ topology }) => topology)).length
  return [
    `The sweep: ${all('algorithm')}`,
    shared ? 'on shared memory' : `${networks === 1 ? 'network' : 'networks'}: ${all('topology')}`,
    sizesText(keys.map(({ n }) => n)),
    listing(timing.filter((part) => part !== '')),
    ...inputs,
    all('weights'),
    all('clocks'),
    all('workload'),
    keys.every((key) => key.faults === 'none') ? '' : `faults: ${faults}`,
    `${repeated} of each, root seed ${experiment.seed}`,
  ]
    .filter((part) => part !== '')
    .join('; ')
}

const schedulers = (number: number): string => (number === 1 ? 'scheduler' : 'schedulers')

/** “n = 16, 64 and 256”; where many of them double, “n = 16, 32, …, 16,384 (doubling)”. */
function sizesText(sizes: readonly number[]): string {
  const sorted = distinct(sizes).sort((a, b) => a - b)
  const [first, second] = sorted
  const ratio = second! / first!
  const step = second! - first!
  const follows = (rule: (n: number) => number) =>
    sorted.every((n, i) => i === 0 || n === rule(sorted[i - 1]!))
  const ends = `n = ${sorted.slice(0, 2).map(count).join(', ')}, …, ${count(sorted.at(-1)!)}`
  if (sorted.length > 4 && follows((n) => n * ratio))
    return `${ends} (${ratio === 2 ? 'doubling' : `each ${ratio} times the last`})`
  if (sorted.length > 4 && follows((n) => n + step)) return `${ends} (in steps of ${count(step)})`
  return `n = ${listing(sorted.map(count))}`
}
