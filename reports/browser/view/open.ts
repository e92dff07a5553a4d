import { CellBuilder } from '../../../experiments/cells/builder.ts'
import { cellOf, type Row, rowColumns } from '../../../experiments/row.ts'
import type { PageAlgorithms } from '../algorithms.ts'
import { CellRunner } from '../replay/cell-runner.ts'
import { infeasible } from '../replay/feasible.ts'
import type { OpenTravel, TravelData, TravelOptions, TravelRow } from '../set-up.ts'
import { element } from './dom.ts'

export function openTravel(
  container: HTMLElement,
  { columns, command }: TravelRow,
  _options: TravelOptions,
  data: TravelData,
  algorithms: PageAlgorithms,
): OpenTravel {
  const row = { ...columns, extra: {} } as unknown as Row
  const problem = infeasible(row)
  try {
    if (problem !== null) throw new Error(problem)
    const builder = new CellBuilder((path) => data.files[path] ?? '')
    const { original } = new CellRunner(algorithms.named(row.algorithm), cellOf(row), {
      experiment: data.experiment,
      budget: data.budget,
      prepare: (algorithm, cell) => builder.prepare(algorithm, cell),
    })
    container.append(element('p', {}, `messages ${original.row.messages}, time ${original.row.time}`))
  } catch (error) {
    container.append(element('p', {}, (error as Error).message), element('code', {}, command))
  }
  void rowColumns
  return { close: () => container.replaceChildren() }
}
