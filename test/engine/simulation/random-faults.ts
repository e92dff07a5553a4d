import fc from '../../helpers/property.ts'
import type { Mix } from './random-machine.ts'

/** Faults of every kind, and several kinds at once; networks have two processors or more. */
export const specs = fc.constantFrom(
  'crash:f=1',
  'crash:f=2,by=3',
  'crash:f=2,pattern=chain',
  'crash:given=1@0.5+0@2/1',
  'recover:f=1,by=3',
  'recover:f=2,by=4,down=2,times=3',
  'recover:given=1@0.5~1.5+0@2~1/1+1@4~0.5',
  'recover:f=1,by=3+crash:f=1+loss:rate=0.2',
  'omission:f=2,rate=0.5',
  'omission:f=1,kind=receive',
  'omission:f=2,kind=general',
  'loss:rate=0.3,row=2',
  'duplicate:rate=0.4',
  'partition:from=1,to=3',
  'byzantine:f=1,strategy=silent',
  'byzantine:f=2,strategy=equivocate',
  'byzantine:f=2,strategy=mutate',
  'byzantine:f=1,strategy=replay',
  'byzantine:f=2,strategy=random',
  'byzantine:f=1,strategy=twins',
  'crash:f=1,by=4+loss:rate=0.2+duplicate:rate=0.2',
  'byzantine:f=1,strategy=mutate+crash:f=1+partition:from=0,to=2',
  'arbitrary-state',
  'arbitrary-state+recover:f=1,by=3+loss:rate=0.2',
  'byzantine:f=1,strategy=equivocate+arbitrary-state',
)

/** Messages of the random machines, for liars. */
export const alphabet = (): readonly Mix[] =>
  [1, 2, 3].map((value) => ({ type: value % 2 ? 'odd' : 'even', value }))
