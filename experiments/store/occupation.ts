/**
 * running.json: who is writing to a folder of results, and how far it is. It is there as long as someone writes, and
 * keeps everyone else from writing. What a killed process leaves behind is known for what it is and taken over.
 */
import { linkSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { InputError } from '../../engine/index.ts'
import { readPlain } from '../files/read-file.ts'
import { lives, type ProcessIdentity, thisProcess } from './process.ts'
import type { Progress } from './progress.ts'
import { draftOf } from './write-whole.ts'

export interface Occupant extends ProcessIdentity {
  /** When it took the folder, by its clock: ISO 8601. Also tells one run of a process from another. */
  readonly since: string
  readonly progress: Progress | null
}

const occupationFile = 'running.json'

/** Who cannot be asked whether they live are given up after so many seconds without a sign of life. */
const patience = 60

/** Holds a folder against other writers. */
export class Occupation {
  readonly #path: string
  readonly #self: Occupant

  /** Throws an InputError that names the other process, if there is one. */
  constructor(directory: string) {
    this.#path = join(directory, occupationFile)
    this.#self = { ...thisProcess(), since: new Date().toISOString(), progress: null }
    const draft = draftOf(this.#path)
    try {
      writeFileSync(draft, text(this.#self))
      while (!link(draft, this.#path)) takeAway(this.#path, statSync(draft).mtimeMs)
    } finally {
      rmSync(draft, { force: true })
    }
  }

  /** Throws an InputError if the folder was taken over, as it may be after a long sleep of the machine. */
  assertHeld(): void {
    const other = read(this.#path)
    if (other !== null && same(other, this.#self)) return
    throw new InputError(
      `${this.#path} is no longer ours: ${other === null ? 'it was removed' : `${nameOf(other)} has taken over`}; ` +
        'what was finished until then is on disk',
    )
  }

  /** Gives a sign of life and says how far this process is. */
  show(progress: Progress): void {
    this.assertHeld()
    const draft = draftOf(this.#path)
    try {
      writeFileSync(draft, text({ ...this.#self, progress }))
      renameSync(draft, this.#path)
    } catch {
      // On a full disk the time alone can be written.
      rmSync(draft, { force: true })
      const now = new Date()
      utimesSync(this.#path, now, now)
    }
  }

  /** Lets others write. */
  end(): void {
    const other = read(this.#path)
    if (other !== null && same(other, this.#self)) rmSync(this.#path, { force: true })
  }
}

/** Who writes to a folder, and whether it still lives; null if nobody does. */
export function occupantOf(
  directory: string,
): { readonly occupant: Occupant; readonly alive: boolean } | null {
  const path = join(directory, occupationFile)
  const occupant = read(path)
  if (occupant === null) return null
  return { occupant, alive: lives(occupant) ?? Date.now() - lastSign(path) < 1000 * patience }
}

/**
 * Waits while it cannot be told whether whoever writes to a folder still lives: until a sign of life, or until there has
 * been none for long enough. So a task that is started again on another host takes over from the one that was killed.
 */
export async function awaitSign(
  directory: string,
  signal: AbortSignal,
  onNotice: (text: string) => void,
): Promise<void> {
  const path = join(directory, occupationFile)
  const occupant = read(path)
  if (occupant === null || lives(occupant) !== null) return
  const last = lastSign(path)
  const end = Math.min(last, Date.now()) + 1000 * patience
  if (Date.now() < end)
    onNotice(`${nameOf(occupant)} was writing to ${directory}; waiting for a sign of life`)
  while (!signal.aborted && Date.now() < end && lastSign(path) === last) await pause(250)
}

const text = (occupant: Occupant): string => `${JSON.stringify(occupant)}\n`

/** Gives a file another name, unless that is taken; whether it could. */
function link(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    const { code } = error as { code?: unknown }
    if (code === 'EEXIST') return false
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error
  }
  // Some file systems have no second names.
  try {
    writeFileSync(to, readPlain(from), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as { code?: unknown }).code === 'EEXIST') return false
    throw error
  }
}

/** Takes away what a process left that lives no more; an InputError if it may live. `now` is by the disk's clock. */
function takeAway(path: string, now: number): void {
  const found = read(path)
  const silent = (now - lastSign(path)) / 1000
  const alive = found === null ? null : lives(found)
  if (alive ?? silent < patience) throw occupied(path, found, alive === null ? silent : null)
  // Under a name of its own nobody else can take it for the one that was looked at.
  const aside = `${path}.${process.pid}.stale.draft`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  const taken = read(aside)
  if (taken !== null && (found === null || !same(taken, found))) link(aside, path)
  rmSync(aside, { force: true })
}

function occupied(path: string, other: Occupant | null, silent: number | null): InputError {
  const who = other === null ? 'another process, which its running.json does not name,' : nameOf(other)
  return new InputError(`${who} is writing to the results folder ${dirname(path)}; ${whatToDo(path, silent)}`)
}

function whatToDo(path: string, silent: number | null): string {
  if (silent === null) return 'wait for it, or choose another --out'
  if (silent < -patience)
    return `${path} is dated ${Math.round(-silent)} s in the future; remove it if nobody is writing there`
  return `its last sign of life was ${Math.round(silent)} s ago, and after ${patience} s it counts as dead`
}

const nameOf = ({ pid, host, since }: Occupant): string =>
  `process ${pid} on ${host} (since ${since.slice(0, 19).replace('T', ' ')} UTC)`

const same = (a: Occupant, b: Occupant): boolean =>
  a.pid === b.pid && a.host === b.host && a.space === b.space && a.born === b.born && a.since === b.since

/** Null also where what stands there is no such thing. */
function read(path: string): Occupant | null {
  try {
    const read = JSON.parse(readPlain(path).toString()) as Occupant
    return isOccupant(read) ? read : null
  } catch {
    return null
  }
}

const isOccupant = ({ pid, host, space, born, since }: Occupant): boolean =>
  Number.isSafeInteger(pid) &&
  pid > 0 &&
  [host, space, born, since].every((text) => typeof text === 'string' && text.length < 1000)

/** When a file was last written, in milliseconds; 0 if it is gone. */
function lastSign(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
