import { setUpTravel as setUp } from './main.ts'
import type { Catalogue, Travel, TravelData } from './set-up.ts'
import { sharedPanelOf } from './view/shared/open.ts'

/** What the bundle of an experiment on shared memory begins with. Others need not carry what shows it. */
export const setUpTravel = (data: TravelData, catalogue: Catalogue): Travel =>
  setUp(data, catalogue, sharedPanelOf)
