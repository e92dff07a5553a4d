import { PageAlgorithms } from './algorithms.ts'
import { readLink } from './replay/edits.ts'
import type { Catalogue, Travel, TravelData } from './set-up.ts'
import { openTravel } from './view/open.ts'
import type { PanelMaker } from './view/run-panel.ts'

/** What the bundle begins with. `shared` makes the panels of runs on shared memory, where there are some. */
export function setUpTravel(
  data: TravelData,
  catalogue: Catalogue,
  shared: PanelMaker | null = null,
): Travel {
  const algorithms = new PageAlgorithms(catalogue, data)
  return {
    open: (container, row, options = {}) => openTravel(container, row, options, data, algorithms, shared),
    readLink,
    addModule: (path, exports) => algorithms.addModule(path, exports),
  }
}
