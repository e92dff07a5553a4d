import { type FaultEdit, faultText, readFaults } from './faults/fault-edits.ts'
import { type OwnSteps, ownStepsText, readOwnSteps } from './shared/own-steps.ts'

/**
 * The reader gives one message another delay. A message is known by its channel and by how many went before it there,
 * so that an edit means the same message in whatever execution the other edits lead to.
 */
export interface Edit {
  readonly from: number
  readonly to: number
  /** 1 is the first message from `from` to `to`. */
  readonly nth: number
  /**
   * In (0, 1], where 1 is the longest possible delay, or the longest of the original run if there is none. Of one that
   * is longer than the run's delays can be, no more counts than they allow.
   */
  readonly delay: number
}

export type Place = Omit<Edit, 'delay'>

/** What names the message of an edit: “2-5-1” is the first from p_2 to p_5. */
export const placeText = ({ from, to, nth }: Place): string => `${from}-${to}-${nth}`

export const samePlace = (a: Place, b: Place): boolean =>
  a.from === b.from && a.to === b.to && a.nth === b.nth

/** With one more edit; it takes the place of an earlier one of the same message. */
export function withEdit(edits: readonly Edit[], edit: Edit): readonly Edit[] {
  const known = edits.some((other) => samePlace(other, edit))
  return known ? edits.map((other) => (samePlace(other, edit) ? edit : other)) : [...edits, edit]
}

export const withoutEdit = (edits: readonly Edit[], place: Place): readonly Edit[] =>
  edits.filter((edit) => !samePlace(edit, place))

/** A run and its edits, as the part of an address after “#” holds them. */
export interface Link {
  /** The number of the row in runs.csv, from 1. */
  readonly row: number
  readonly edits: readonly Edit[]
  /** What the reader has decided of faults. Absent: nothing. */
  readonly faults?: readonly FaultEdit[]
  /** On shared memory, the steps that the reader has decided. Absent: none. */
  readonly steps?: OwnSteps
}

/** “#run=17&delays=0-1-1:0.9,3-2-1:1&faults=2@1.5/0”. */
export function linkText({ row, edits, faults = [], steps }: Link): string {
  if (steps !== undefined) return `#run=${row}&steps=${ownStepsText(steps)}`
  const delays = edits.map((edit) => `${placeText(edit)}:${edit.delay}`)
  const listed = (name: string, texts: readonly string[]) =>
    texts.length === 0 ? '' : `&${name}=${texts.join(',')}`
  return `#run=${row}${listed('delays', delays)}${listed('faults', faults.map(faultText))}`
}

/** Null if the text is no link to a run. Of edits only those that make sense are taken. */
export function readLink(text: string): Link | null {
  const [, row, delays = '', failing = '', own] =
    /^#?run=([1-9]\d*)(?:(?:&delays=([^&]*))?(?:&faults=([^&]*))?|&steps=(.*))$/.exec(text) ?? []
  if (row === undefined) return null
  const [steps, faults] = [readOwnSteps(own), readFaults(failing)]
  return {
    row: Number(row),
    edits: delays.split(',').flatMap(readEdit),
    ...(faults.length > 0 && { faults }),
    ...(steps !== null && { steps }),
  }
}

function readEdit(text: string): Edit[] {
  const [, from, to, nth, delay] = /^(\d+)-(\d+)-([1-9]\d*):(\d*\.?\d+(?:e-\d+)?)$/.exec(text) ?? []
  const edit = { from: Number(from), to: Number(to), nth: Number(nth), delay: Number(delay) }
  return edit.delay > 0 && edit.delay <= 1 ? [edit] : []
}
