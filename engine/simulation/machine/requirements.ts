import { InputError } from '../../errors.ts'
import type { AnyAlgorithm, Instance, Requirements, Shape } from '../../model/index.ts'
import type { Graph, Orientation } from '../../topology/graph.ts'
import { isHypercube } from '../../topology/is-hypercube.ts'

/** Throws, saying what would satisfy it, unless instance and timing are what the algorithm requires. */
export function assertRequirements(
  algorithm: AnyAlgorithm,
  instance: Instance & { readonly network: Graph },
  timing: 'synchronous' | 'asynchronous',
): void {
  const { name, requires } = algorithm
  const graph = instance.network
  const shapes = shapesOf(requires)
  if (shapes.length > 0 && !shapes.some((shape) => hasShape[shape](graph)))
    throw new InputError(
      `${name} requires a network of shape ${shapes.join(' or ')}; this one is not (${shapes.map((shape) => remedies[shape]).join(', or ')})`,
    )
  if (requires.orientation && !hasOrientation(graph, shapes))
    throw new InputError(
      `${name} requires consistently numbered channels; this network has none (use an oriented one, such as ${shapes[0] === 'complete' ? 'complete:oriented=yes' : (shapes[0] ?? 'ring')})`,
    )
  assertWeights(algorithm, instance)
  if (timing === 'asynchronous' && algorithm.uponRound !== undefined)
    throw new InputError(`${name} is written in rounds; ${inRounds}`)
  if (timing === 'asynchronous' && requires.synchronous)
    throw new InputError(`${name} requires the synchronous model; ${inRounds}`)
  if (requires.clocks && timing === 'synchronous')
    throw new InputError(`${name} reads clocks, which rounds do not have; ${asynchronously}`)
  if (requires.clocks && instance.clocks === null)
    throw new InputError(
      `${name} requires clocks (use --clocks perfect, in an experiment clocks: ['perfect'])`,
    )
  if (requires.detector === 'Ω' && !hasShape.complete(graph))
    throw new InputError(
      `${name} asks who leads, and only a neighbour can be named; it requires a network of shape complete (${remedies.complete})`,
    )
  if (requires.delayBounds && instance.delayBounds === null)
    throw new InputError(
      `${name} requires bounds on delays, and there are none (use --delay uniform:min=0.5, in an experiment delays: ['uniform:min=0.5'])`,
    )
  if (requires.root && instance.wakeTimes[instance.root] === Number.POSITIVE_INFINITY)
    throw new InputError(
      `${name} requires its root, p_${instance.root}, to wake by itself (${wakeUps('all', 'root')})`,
    )
  if (
    requires.initiators === 'at-zero' &&
    Array.from(instance.wakeTimes).some((time) => time !== 0 && time !== Number.POSITIVE_INFINITY)
  )
    throw new InputError(
      `${name} requires that whoever wakes by itself does so at time 0 (${wakeUps('all', 'root')})`,
    )
  if (requires.initiators === 'all' && Array.from(instance.wakeTimes).includes(Number.POSITIVE_INFINITY))
    throw new InputError(`${name} requires every processor to wake by itself (${wakeUps('all')})`)
  if (requires.initiators === 'together' && Array.from(instance.wakeTimes).some((time) => time !== 0))
    throw new InputError(`${name} requires all processors to wake together, at time 0 (${wakeUps('all')})`)
}

/** The shapes of network that an algorithm runs on; none if it runs on any. */
export const shapesOf = ({ shape = [] }: Requirements): readonly Shape[] => [shape].flat() as Shape[]

/** Whether an algorithm knows identifiers, so that it matters who has which. */
export const knowsIdentifiers = ({ requires }: AnyAlgorithm): boolean =>
  requires.identifiers === true || requires.neighborIdentifiers === true

function assertWeights({ name, requires }: AnyAlgorithm, { weights }: Instance): void {
  if (requires.weights === undefined) return
  if (weights === null) {
    const rules = requires.weights === 'distinct' ? ['distinct'] : ['distinct', 'uniform']
    throw new InputError(`${name} requires weights of the channels (${weightRules(...rules)})`)
  }
  if (requires.weights !== 'distinct') return
  const sorted = Float64Array.from(weights).sort()
  const equal = sorted.find((weight, i) => weight === sorted[i + 1])
  if (equal !== undefined)
    throw new InputError(
      `${name} requires distinct weights; here two channels weigh ${equal} (${weightRules('distinct')})`,
    )
}

/** Whether an algorithm has no asynchronous executions. */
export const runsInRoundsOnly = ({ uponRound, requires }: AnyAlgorithm): boolean =>
  uponRound !== undefined || requires.synchronous === true

/** Remedies as they are typed: on the command line, and in experiments. */
const asynchronously = "run it with --timing asynchronous, in an experiment timings: ['asynchronous']"
const inRounds = "run it with --timing synchronous, in an experiment timings: ['synchronous']"

function wakeUps(...specs: readonly string[]): string {
  const typed = specs.map((spec) => `--wakeup ${spec}`).join(' or ')
  return `use ${typed}, in an experiment wakeups: ['${specs[0]}']`
}

function weightRules(...specs: readonly string[]): string {
  const typed = specs.map((spec) => `--weights ${spec}`).join(' or ')
  return `use ${typed}, in an experiment weights: ['${specs[0]}']`
}

const remedies: Readonly<Record<Shape, string>> = {
  ring: 'use topology ring',
  tree: 'use path, star, balanced-tree, random-tree or caterpillar',
  complete: 'use topology complete',
  hypercube: 'use topology hypercube',
}

const hasShape: Readonly<Record<Shape, (graph: Graph) => boolean>> = {
  ring: (graph) => graph.n >= 3 && everyDegree(graph, 2),
  tree: (graph) => graph.m === graph.n - 1,
  complete: (graph) => everyDegree(graph, graph.n - 1),
  hypercube: isHypercube,
}

/** The orientations that an algorithm for this shape can mean: a square may be oriented as a ring and as a hypercube. */
const orientations: Readonly<Partial<Record<Shape, readonly Orientation[]>>> = {
  ring: ['ring', 'torus'],
  hypercube: ['hypercube'],
  complete: ['complete'],
}

function hasOrientation({ details: { orientation = null } }: Graph, shapes: readonly Shape[]): boolean {
  const meant = shapes.flatMap((shape) => orientations[shape] ?? [])
  return orientation !== null && (meant.length === 0 || meant.includes(orientation))
}

function everyDegree(graph: Graph, degree: number): boolean {
  for (let p = 0; p < graph.n; p++) if (graph.degree(p) !== degree) return false
  return true
}
