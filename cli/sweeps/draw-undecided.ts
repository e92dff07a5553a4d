import { InputError, outlookOf, type Undecided } from '../../engine/index.ts'
import { type FaultSubject, writeFile } from '../../experiments/index.ts'

/** So many events have room in one column of a paper. */
const drawnEvents = 24

/** Configurations that are gone through from each that is drawn, where one decision alone was found. */
const states = 1000

/** Throws an InputError unless a drawing can be written to a file of this name. */
export function assertDrawable(file: string): void {
  if (!/\.(?:svg|png)$/.test(file))
    throw new InputError(`--draw is “${file}”; the name of the file must end with .svg or .png`)
}

/** Draws what can be decided along the first events of a schedule. Throws an InputError if it cannot be written. */
export async function drawUndecided(
  file: string,
  { algorithm, instance }: FaultSubject,
  found: Undecided,
): Promise<void> {
  // What draws takes long to load.
  const { drawPng, drawValency, standalone } = await import('../../reports/index.ts')
  const drawing = drawValency(outlookOf(algorithm, instance, found, { events: drawnEvents, states }))
  writeFile(file, file.endsWith('.png') ? await drawPng(drawing) : standalone(drawing))
}
