import { CellBuilder, cellOf, type Row, sharedMemory } from '../../../experiments/cell/index.ts'
import type { PageAlgorithms } from '../algorithms.ts'
import { CellRunner } from '../replay/cell-runner.ts'
import { infeasible } from '../replay/feasible.ts'
import { Session } from '../replay/session.ts'
import type { OpenTravel, TravelData, TravelOptions, TravelRow } from '../set-up.ts'
import { textOf } from '../text-of.ts'
import { element } from './dom.ts'
import { Panel } from './panel.ts'
import type { PanelMaker, RunPanel } from './run-panel.ts'
import { style } from './style.ts'

/** A run of more messages takes so long that the reader is told to wait. */
const quickMessages = 4000

/** Fills a container with the run of a row; with words and the command where it cannot be shown. */
export function openTravel(
  container: HTMLElement,
  row: TravelRow,
  options: TravelOptions,
  data: TravelData,
  algorithms: PageAlgorithms,
  shared: PanelMaker | null,
): OpenTravel {
  const place = element('div', {})
  container.replaceChildren(element('style', {}, style), place)
  let panel: RunPanel | null = null
  const fill = (): void => {
    if (!place.isConnected) return
    try {
      panel = makerFor(row, shared)(row, options, data, algorithms)
      place.replaceChildren(panel.element)
    } catch (error) {
      place.replaceChildren(refusal((error as Error).message, row.command))
    }
  }
  const { messages, comp_events: steps, topology } = row.columns
  if (Number(topology === sharedMemory ? steps : messages) <= quickMessages) fill()
  else {
    place.append(element('p', {}, 'Running it again …'))
    // Once that is on the screen.
    requestAnimationFrame(() => setTimeout(fill))
  }
  return {
    close() {
      panel?.close()
      container.replaceChildren()
    },
  }
}

/** What makes the panel of a row. Throws an error that says why, if it cannot be shown. */
function makerFor({ columns }: TravelRow, shared: PanelMaker | null): PanelMaker {
  const row = columns as unknown as Row
  const problem = infeasible({ ...row, extra: columns })
  if (problem !== null) throw new Error(problem)
  return row.topology === sharedMemory && shared !== null ? shared : messagesPanelOf
}

const messagesPanelOf: PanelMaker = (row, options, data, algorithms) => {
  const { edits = [], faults = [], onLink = () => undefined } = options
  const runner = runnerOf(row.columns as unknown as Row, data, algorithms)
  return new Panel(new Session(runner, row.row, edits, faults), row, onLink)
}

function runnerOf(row: Row, data: TravelData, algorithms: PageAlgorithms): CellRunner {
  const builder = new CellBuilder((path) => textOf(data, path))
  return new CellRunner(algorithms.named(row.algorithm), cellOf(row), {
    experiment: data.experiment,
    budget: data.budget,
    prepare: (algorithm, cell) => builder.prepare(algorithm, cell),
  })
}

const refusal = (reason: string, command: string): HTMLElement =>
  element(
    'div',
    { class: 'travel' },
    element('p', {}, `${reason} This command shows it:`),
    element('pre', {}, element('code', {}, command)),
  )
