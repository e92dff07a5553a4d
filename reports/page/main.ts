import { PageAlgorithms } from './algorithms.ts'
import { readLink } from './replay/edits.ts'
import type { Catalogue, Travel, TravelData } from './set-up.ts'
import { openTravel } from './view/open.ts'

/** What the bundle begins with. */
export function setUpTravel(data: TravelData, catalogue: Catalogue): Travel {
  const algorithms = new PageAlgorithms(catalogue, data)
  return {
    open: (container, row, options = {}) => openTravel(container, row, options, data, algorithms),
    readLink,
    addModule: (path, exports) => algorithms.addModule(path, exports),
  }
}
