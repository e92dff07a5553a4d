import { CellBuilder } from '../../experiments/cell/builder.ts'
import { runCell } from '../../experiments/cell/run-cell.ts'
import {
  defineExperiment,
  type ExperimentDefinition,
  readFile,
  stockExperiments,
} from '../../experiments/index.ts'
import { describeExperiment } from '../../experiments/store/build-manifest.ts'
import { analyse, type Results } from '../../reports/index.ts'
import { allCells } from './all-cells.ts'

/** The results of a stock experiment of which a part is changed, such as its sizes, run in this process. */
export function stockResults(name: string, changed: Partial<ExperimentDefinition>): Results {
  const definition = stockExperiments.find((one) => one.name === name)!
  const experiment = defineExperiment({ ...definition, ...changed })
  const builder = new CellBuilder(readFile)
  const algorithms = new Map(experiment.algorithms.map((algorithm) => [algorithm.name, algorithm]))
  const context = { experiment: name, budget: {}, builder, worstCases: experiment.worstCases }
  const rows = allCells(experiment).map((cell) => runCell(algorithms.get(cell.algorithm)!, cell, context))
  const header = describeExperiment(experiment, { codeHash: '', data: {}, command: `admissible run ${name}` })
  const outcomes: Record<string, number> = {}
  for (const { outcome } of rows) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
  return analyse(rows, { ...header, cells: rows.length, complete: true, outcomes })
}
