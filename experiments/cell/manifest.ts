import type { ParameterValues } from '../../engine/index.ts'
import type { ClaimData } from './claim-data.ts'
import type { ExperimentData } from './experiment-data.ts'
import type { FamilyData } from './own-families.ts'
import type { Row } from './row.ts'
import type { Shard } from './shard.ts'

/** An algorithm as data, with its claims. */
export interface AlgorithmData {
  readonly name: string
  readonly title: string
  readonly summary: string | null
  readonly source: string | null
  /** The path of the user's module that it comes from, from the working directory; null for the catalogue's. */
  readonly module: string | null
  /** What it has as one of a family, such as { f: 2 }; absent if it is none. */
  readonly parameters?: ParameterValues
  /** True if it runs in rounds only, so that it has no asynchronous cells; absent otherwise. */
  readonly roundsOnly?: true
  /** The names of its safety properties; absent if it has none. */
  readonly safety?: readonly string[]
  readonly claims: readonly ClaimData[]
}

/** What a sweep was: manifest.json. Charts and reports are a pure function of it and of the rows. */
export interface Manifest {
  readonly format: 'admissible-results/2'
  /** The checked definition, with the names of its algorithms. */
  readonly experiment: ExperimentData
  readonly algorithms: readonly AlgorithmData[]
  /** The families of networks, delays and wake-ups that are users' own; absent if there are none. */
  readonly families?: readonly FamilyData[]
  readonly versions: { readonly admissible: string; readonly node: string; readonly v8: string }
  /** A hash of the code that can change a number. */
  readonly codeHash: string
  /** By path, from the working directory, a hash of each file that networks and delays were read from. */
  readonly data: Readonly<Record<string, string>>
  /** Which part of the grid this is; absent if it is all of it. */
  readonly shard?: Shard
  /** Points of the grid, or of the part. */
  readonly cells: number
  /** Whether all of them are in runs.csv. */
  readonly complete: boolean
  readonly outcomes: Readonly<Partial<Record<Row['outcome'], number>>>
  /** The words that run this again, such as `admissible run flooding`. */
  readonly command: string
}
