import type { Deciding, Message, Processor } from '../../engine/index.ts'

/** Decides and stops. */
export function decide<M extends Message>(p: Processor<M>, state: Deciding, value: number): void {
  state.decided = value
  p.mark('decided')
  p.terminate()
}
