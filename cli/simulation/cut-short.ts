import { describePlace, type FilesRead, InputError, placeIn } from '../../engine/index.ts'
import { flatRow, unmeasured } from '../../experiments/index.ts'
import { exitCodes } from '../exit-codes.ts'
import { describeRun } from '../output/describe-run.ts'
import type { Begun, Cut } from './report.ts'

/** How far the simulation was when it had to end. */
interface Reached {
  readonly words: readonly string[]
  readonly begun: Begun | null
  /** Whether the run was over. */
  readonly ran: boolean
  readonly place: Float64Array
}

const noFiles: FilesRead = { network: null, delays: null }

/** Says of a simulation that had to end where it was; the exit code. Throws an InputError if it had not begun. */
export function cutShort({ kind, reason }: Cut, { words, begun, ran, place }: Reached): number {
  if (begun === null)
    throw new InputError(`${words[1] ?? 'simulate'}: ${reason}, while it was loaded and its network built`)
  // What was to come would only have told of its last events.
  if (ran) return exitCodes.failed
  const where = `${describePlace(place, begun.typeNames)}, after ${place[placeIn.messages]} messages`
  const row = unmeasured(begun.cell, 'simulate', kind, `${reason}: ${where}`)
  process.stdout.write(begun.json ? `${JSON.stringify(flatRow(row))}\n` : describeRun(row, noFiles))
  return exitCodes.failed
}
