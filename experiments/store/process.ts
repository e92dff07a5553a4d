import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/** A process, told apart from all others: also from a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number
  readonly host: string
  /** The space in which the number counts, where there are several on a host (containers); '' if unknown. */
  readonly space: string
  /** When it began, as the system counts; '' if unknown. */
  readonly born: string
}

/** This one. */
export function thisProcess(): ProcessIdentity {
  const { pid } = process
  return { pid, host: hostname(), space: processSpace(), born: birthOf(pid) }
}

/** Whether a process lives; null if that cannot be told from here. */
export function lives({ pid, host, space, born }: ProcessIdentity): boolean | null {
  if (host !== hostname() || space !== processSpace()) return null
  try {
    process.kill(pid, 0)
  } catch (error) {
    // It may belong to someone else.
    if ((error as { code?: unknown }).code !== 'EPERM') return false
  }
  return birthOf(pid) === born
}

/** Linux tells when a process began, in ticks since this start of the machine. */
function birthOf(pid: number): string {
  try {
    const start = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const state = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name of the program, in brackets, may hold anything; the start is the twentieth field after it.
    return `${start} ${state.slice(state.lastIndexOf(')') + 2).split(' ')[19]}`
  } catch {
    return ''
  }
}

function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return ''
  }
}
