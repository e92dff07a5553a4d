import type { Random } from '../random.ts'
import type { Entry, ParameterValues } from '../specs/entry.ts'
import type { Graph } from './graph.ts'

/** What a family is built from. */
export interface BuildContext {
  /** The number of processors asked for. A file brings its own. */
  readonly n: number
  readonly values: ParameterValues
  /** The topology stream of the cell; families that are not random do not touch it. */
  readonly stream: Random
  /** The text of a file that the spec names. */
  readonly readFile: (path: string) => string
  /** The same in chunks that end where a line ends, for files that may be too long for one text. */
  readonly readChunks?: ((path: string) => Iterable<string>) | undefined
}

/** One family of networks: a pure function from its parameters to a graph. */
export interface TopologyFamily<Name extends string = string> extends Entry {
  readonly name: Name
  /** Whether the graph depends on the stream. */
  readonly random: boolean
  /** Whether the number of processors comes from a file, so that a sweep's sizes do not apply. */
  readonly fixedSize?: true
  /** Whether the channels are computed when asked for, so that they take no memory. */
  readonly computed?: true
  /** Null if there is a member with n processors, or what is needed: “n = 2^k; the nearest are 64 and 128”. */
  sizeProblem(n: number, values: ParameterValues): string | null
  build(context: BuildContext): Graph
  /** Closed forms, where the family has them; tests hold them to measurement. */
  closedForm?(n: number, values: ParameterValues): { readonly m?: number; readonly diameter?: number }
  /** The number of channels to expect, where it is random. */
  channelsExpected?(n: number, values: ParameterValues): number
}
