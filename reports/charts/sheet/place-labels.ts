/** A point in pixels, y downwards. */
export interface Point {
  readonly x: number
  readonly y: number
}

interface LabelledLine {
  readonly points: readonly Point[]
  readonly width: number
  readonly height: number
}

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/**
 * Finds a place beside each line for its label, clear of all lines and of the other labels as far as possible.
 * Returns the centres of the labels. Lines run from left to right.
 */
export function placeLabels(
  labelled: readonly LabelledLine[],
  others: readonly (readonly Point[])[],
  area: { readonly width: number; readonly height: number },
): Point[] {
  const taken: Box[] = []
  return labelled.map((line) => {
    let best: Box | null = null
    let lowest = Number.POSITIVE_INFINITY
    for (const box of candidates(line, area)) {
      const cost = costOf(box, line, { labelled, others }, taken, area)
      if (cost >= lowest) continue
      best = box
      lowest = cost
    }
    best ??= { left: 0, top: 0, right: line.width, bottom: line.height }
    taken.push(best)
    return { x: (best.left + best.right) / 2, y: (best.top + best.bottom) / 2 }
  })
}

/** Pixels between a line and its label: as few as can be. */
const gaps = [4, 10, 18, 28, 42, 60]

function* candidates(line: LabelledLine, area: { readonly width: number }): Generator<Box> {
  for (let step = 0; step <= 24; step++) {
    const left = 3 + (step / 24) * Math.max(0, area.width - line.width - 6)
    const right = left + line.width
    const heights = heightsWithin(line.points, left, right)
    if (heights.length === 0) continue
    for (const gap of gaps) {
      const above = Math.min(...heights) - gap
      const below = Math.max(...heights) + gap
      yield { left, right, top: above - line.height, bottom: above }
      yield { left, right, top: below, bottom: below + line.height }
    }
  }
}

/** Pixels that a label keeps from lines that are not its own. */
const clearance = 9

function costOf(
  box: Box,
  own: LabelledLine,
  lines: { readonly labelled: readonly LabelledLine[]; readonly others: readonly (readonly Point[])[] },
  taken: readonly Box[],
  area: { readonly width: number; readonly height: number },
): number {
  const outside = Math.max(0, -box.top) + Math.max(0, box.bottom - area.height)
  let cost = 40 * outside
  const home = distanceTo(box, own.points)
  cost += 3 * home
  for (const line of lines.others) {
    const distance = distanceTo(box, line)
    if (distance < clearance) cost += 8 * (clearance - distance) + (distance === 0 ? 300 : 0)
  }
  for (const { points } of lines.labelled) {
    if (points === own.points) continue
    const distance = distanceTo(box, points)
    if (distance < clearance) cost += 8 * (clearance - distance) + (distance === 0 ? 300 : 0)
    // A reader takes a label for that of the nearest labelled line.
    if (distance < home + clearance) cost += 250
  }
  for (const other of taken) if (overlap(box, other)) cost += 600
  // If all else is equal, a place towards the right is better: lines are farther apart there.
  return cost + 6 * Math.abs(0.72 - (box.left + box.right) / 2 / area.width)
}

/** The vertical distance from a box to a line; 0 if they meet. */
function distanceTo(box: Box, line: readonly Point[]): number {
  const heights = heightsWithin(line, box.left, box.right)
  const highest = Math.min(...heights)
  const lowest = Math.max(...heights)
  // No sampled height lies in the box, but the line passes from above it to below it.
  const near = heights.map((y) => (y < box.top ? box.top - y : y > box.bottom ? y - box.bottom : 0))
  const crossing = highest < box.top && lowest > box.bottom
  return crossing ? 0 : Math.min(...near)
}

/** The heights of a line over [left, right], at its ends within it and in between. */
function heightsWithin(line: readonly Point[], left: number, right: number): number[] {
  const heights: number[] = []
  for (let step = 0; step <= 12; step++) {
    const y = heightAt(line, left + ((right - left) * step) / 12)
    if (y !== null) heights.push(y)
  }
  return heights
}

function heightAt(line: readonly Point[], x: number): number | null {
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1]!
    const b = line[i]!
    if (x >= a.x && x <= b.x) return a.x === b.x ? a.y : a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x)
  }
  return null
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right + 6 && b.left < a.right + 6 && a.top < b.bottom + 2 && b.top < a.bottom + 2
