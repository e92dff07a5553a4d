import { cellOf, type Row } from '../../../../experiments/cell/index.ts'
import { SharedSession } from '../../replay/shared/session.ts'
import { SharedRunner } from '../../replay/shared/shared-run.ts'
import type { PanelMaker } from '../run-panel.ts'
import { SharedPanel } from './panel.ts'

/** A panel for a run on shared memory. */
export const sharedPanelOf: PanelMaker = (row, { steps, onLink = () => undefined }, data, algorithms) => {
  const swept = row.columns as unknown as Row
  const { algorithm, program } = algorithms.shared(swept.algorithm)
  const runner = new SharedRunner(algorithm, cellOf(swept), data.experiment)
  return new SharedPanel(new SharedSession(runner, row.row, steps ?? null), row, program, onLink)
}
