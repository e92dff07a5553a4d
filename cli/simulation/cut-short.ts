import { describePlace, type FilesRead, InputError, placeIn } from '../../engine/index.ts'
import { flatRow, unmeasured } from '../../experiments/index.ts'
import { exitCodes } from '../exit-codes.ts'
import { describeRun } from '../output/describe-run.ts'
import type { Asked, Begun, Cut } from './report.ts'

/** How far the simulation was when it had to end. */
interface Reached {
  readonly asked: Asked | null
  readonly begun: Begun | null
  readonly place: Float64Array
}

const noFiles: FilesRead = { network: null, delays: null }

/** Says of a simulation that had to end where it was; the exit code. Throws an InputError if it had not begun. */
export function cutShort({ kind, reason }: Cut, { asked, begun, place }: Reached): number {
  if (begun === null)
    throw new InputError(
      `${asked?.algorithm ?? 'simulate'}: ${reason}, while it was loaded and its network built`,
    )
  const where = `${describePlace(place, begun.typeNames)}, after ${place[placeIn.messages]} messages`
  const row = unmeasured(begun.cell, 'simulate', kind, `${reason}: ${where}`)
  process.stdout.write(begun.json ? `${JSON.stringify(flatRow(row))}\n` : describeRun(row, noFiles))
  return exitCodes.failed
}
