import type { AlgorithmFamily, AnyAlgorithm, AnySharedAlgorithm } from '../../engine/index.ts'
import type { CellBudget, Value } from '../../experiments/cell/index.ts'
import type { Edit, Link } from './replay/edits.ts'
import type { FaultEdit } from './replay/faults/fault-edits.ts'
import type { OwnSteps } from './replay/shared/own-steps.ts'
import type { Program } from './replay/shared/program.ts'

/** What the page knows of an experiment beside its rows. */
export interface TravelData {
  readonly experiment: string
  readonly budget: CellBudget
  /** The texts of the files that cells name. */
  readonly files: Readonly<Record<string, string>>
  /** The user's module of each algorithm that is not in the catalogue, as the manifest names it. */
  readonly modules: Readonly<Record<string, string>>
  /** On shared memory, the lines of the catalogue’s algorithms, by name. */
  readonly programs: Readonly<Record<string, Program>>
  /** Why a file or a module is not in the page, by its path. */
  readonly missing: Readonly<Record<string, string>>
}

/** One row of runs.csv. */
export interface TravelRow {
  /** Its number, from 1. */
  readonly row: number
  /** All its columns; what is empty is null. */
  readonly columns: Readonly<Record<string, Value>>
  /** What runs the cell again on the command line. */
  readonly command: string
}

export interface TravelOptions {
  /** Delays to replace from the start, as a link holds them. */
  readonly edits?: readonly Edit[]
  /** What is decided of faults from the start, as a link holds it. */
  readonly faults?: readonly FaultEdit[] | undefined
  /** On shared memory, who takes the steps from some step on, as a link holds it. */
  readonly steps?: OwnSteps | undefined
  /** Told of the link to what is shown whenever it changes: “#run=17&delays=0-1-1:0.9”. */
  readonly onLink?: (link: string) => void
}

export interface OpenTravel {
  /** Stops what is moving and empties the container. */
  close(): void
}

/** What the script offers to the page, as `globalThis.admissible`. */
export interface Travel {
  /** Runs the cell of a row and fills the container with it. What cannot be shown is said there; nothing is thrown. */
  open(container: HTMLElement, row: TravelRow, options?: TravelOptions): OpenTravel
  /** The run and the edits that a link such as `location.hash` holds; null if it holds none. */
  readLink(text: string): Link | null
  /** Takes in what a user's module exports, or why it cannot be run. */
  addModule(path: string, exports: Readonly<Record<string, unknown>> | string): void
}

/** The algorithms of the catalogue that the experiment uses, or the families that they belong to. */
export type Catalogue = readonly (AnyAlgorithm | AlgorithmFamily | AnySharedAlgorithm)[]
