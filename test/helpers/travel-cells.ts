import { algorithms } from '../../algorithms/index.ts'
import type { AnyAlgorithm, Cell } from '../../engine/index.ts'
import { CellBuilder } from '../../experiments/cell/builder.ts'
import { readFile } from '../../experiments/files/read-file.ts'
import { CellRunner } from '../../reports/page/replay/cell-runner.ts'

/** A cell with these parts; the others are as of flooding on a ring of four with unit delays. */
export const cellWith = (parts: Partial<Cell> = {}): Cell => ({
  algorithm: 'flooding',
  timing: 'asynchronous',
  topology: 'ring',
  n: 4,
  delay: parts.timing === 'synchronous' ? null : 'constant',
  wakeup: 'all',
  faults: 'none',
  inputs: 'root=first',
  replicate: 0,
  seed: 1,
  ...parts,
})

export const builder = new CellBuilder(readFile)

export const algorithmNamed = (name: string): AnyAlgorithm =>
  algorithms.find((algorithm) => algorithm.name === name)!

/** Runs a cell as the page does. */
export function runnerOf(parts: Partial<Cell> = {}): CellRunner {
  const cell = cellWith(parts)
  return new CellRunner(algorithmNamed(cell.algorithm), cell, {
    experiment: 'sample',
    budget: {},
    prepare: (algorithm, cell) => builder.prepare(algorithm, cell),
  })
}
