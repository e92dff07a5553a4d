import type { Processor } from '../../model/index.ts'
import { assertFinished } from './assert-finished.ts'
import { OneHandlerProcessor } from './one-handler-processor.ts'

/** A handler, whatever it is given beside the processor. */
type Handler<Rest extends unknown[]> = (p: Processor, ...rest: Rest) => unknown

/** The handler, but with a processor that is of no use when the handler is over; and it may not return a promise. */
export const oneHandler =
  <Rest extends unknown[]>(processor: Processor, handler: Handler<Rest>): Handler<Rest> =>
  (_, ...rest) => {
    const p = new OneHandlerProcessor(processor)
    assertFinished(handler(p, ...rest))
    p.close()
  }
