import type { Machine } from '../machine/machine.ts'
import type { Watch } from '../machine/watch.ts'
import { Absorber } from '../transit/absorber.ts'

/**
 * What takes the messages to terminated processors. Null where every message must be processed, because an observer
 * must see it, because the execution might end before it arrives, or because some processors crash and process nothing.
 */
export function absorberFor(machine: Machine, watch: Watch): Absorber | null {
  if (machine.failures !== null) return null
  if (!watch.endless || watch.stopsItself || machine.observer !== null) return null
  return new Absorber(machine.statuses.terminatedSet, machine.parcels, machine.payloads)
}
