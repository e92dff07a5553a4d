import type { Observer } from './observer.ts'

/** Two that look on, the first of them first; either may be absent. */
export function bothObservers(a: Observer | null, b: Observer | null): Observer | null {
  if (a === null || b === null) return a ?? b
  return {
    begins(processor, time) {
      a.begins(processor, time)
      b.begins(processor, time)
    },
    wakes() {
      a.wakes()
      b.wakes()
    },
    processes(slot, message) {
      a.processes(slot, message)
      b.processes(slot, message)
    },
    sends(slot, mirror, message, arrival) {
      a.sends(slot, mirror, message, arrival)
      b.sends(slot, mirror, message, arrival)
    },
    timesOut(name) {
      a.timesOut?.(name)
      b.timesOut?.(name)
    },
    detects(said) {
      a.detects?.(said)
      b.detects?.(said)
    },
    strays(index, slot, message, fate) {
      a.strays?.(index, slot, message, fate)
      b.strays?.(index, slot, message, fate)
    },
    copies(count) {
      a.copies?.(count)
      b.copies?.(count)
    },
    lies() {
      a.lies?.()
      b.lies?.()
    },
    crashes(back) {
      a.crashes?.(back)
      b.crashes?.(back)
    },
    recovers() {
      a.recovers?.()
      b.recovers?.()
    },
    ends(terminated) {
      a.ends(terminated)
      b.ends(terminated)
    },
  }
}
