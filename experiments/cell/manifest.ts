import type { Claim, Measure } from '../../engine/index.ts'
import type { Experiment } from '../definition/experiment.ts'
import type { Shard } from '../shards/shard.ts'
import type { Row } from './row.ts'

/** A claim as data, with its formula in every form. */
export interface ClaimData {
  readonly measure: Measure
  readonly kind: Claim['kind']
  readonly over: Claim['over']
  readonly formula: string
  readonly text: string
  readonly latex: string
  /** The condition under which it holds, in words. */
  readonly when: string | null
  readonly where: Readonly<Record<string, string>>
  readonly source: string | null
}

/** The words by which a row names one of its algorithm's claims: “at most ecc + 1 when the root wakes at time 0”. */
export function claimName({ kind, text, when }: Pick<ClaimData, 'kind' | 'text' | 'when'>): string {
  return `${kind} ${text}${when === null ? '' : ` when ${when}`}`
}

export interface AlgorithmData {
  readonly name: string
  readonly title: string
  readonly summary: string | null
  readonly source: string | null
  /** The path of the user's module that it comes from, from the working directory; null for the catalogue's. */
  readonly module: string | null
  readonly claims: readonly ClaimData[]
}

/** What a sweep was: manifest.json. Charts and reports are a pure function of it and of the rows. */
export interface Manifest {
  readonly format: 'admissible-results/1'
  /** The checked definition, with the names of its algorithms. */
  readonly experiment: Omit<Experiment, 'algorithms'> & { readonly algorithms: readonly string[] }
  readonly algorithms: readonly AlgorithmData[]
  readonly versions: { readonly admissible: string; readonly node: string; readonly v8: string }
  /** A hash of the code that can change a number. */
  readonly codeHash: string
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
