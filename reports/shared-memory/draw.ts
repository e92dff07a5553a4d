import type { SharedStory } from '../../engine/index.ts'
import type { Drawing } from '../figures/svg.ts'
import { variablesUsed } from './parts.ts'
import { drawTable } from './table.ts'
import { drawTimeline } from './timeline.ts'

/** What fits on a page as a table. */
const tableMax = { steps: 60, processors: 5, variables: 10 }

/**
 * An execution on shared memory: a short one as a table, with a column for each processor and a row for each step; a long one
 * as lines of processors from left to right.
 */
export function drawSharedExecution(story: SharedStory): Drawing {
  const { moments, processors } = story
  const variables = variablesUsed(story).length
  const fits =
    moments.length <= tableMax.steps &&
    processors.length <= tableMax.processors &&
    variables <= tableMax.variables
  return fits ? drawTable(story) : drawTimeline(story)
}
