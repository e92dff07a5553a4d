import type { HistoryCondition } from '../condition.ts'
import { entryOf, Passages } from './passages.ts'

/** At no time are two processors in their critical sections (Attiya and Welch, section 4.2). */
export const mutualExclusion: HistoryCondition = {
  name: 'mutual-exclusion',
  summary: 'no two processors are in their critical sections at once',
  kind: 'safety',
  follow() {
    const passages = new Passages()
    return {
      event(event) {
        if (passages.move(event)?.kind !== 'enters' || passages.inside.size < 2) return null
        const [first, second] = [...passages.inside]
        const sentence =
          `p_${second!.processor} enters its critical section at ${second!.entered!.time}, ` +
          `where p_${first!.processor} has been since ${first!.entered!.time}`
        return { sentence, part: passages.inOrder([...entryOf(first!), ...entryOf(second!)]) }
      },
    }
  },
}

/** Who asks first enters first. */
export const fifoEntry: HistoryCondition = {
  name: 'fifo-entry',
  summary: 'processors enter in the order in which they asked',
  kind: 'safety',
  follow() {
    const passages = new Passages()
    return {
      event(event) {
        const move = passages.move(event)
        const [first] = passages.waiting
        if (move?.kind !== 'enters' || first === undefined) return null
        const { passage } = move
        if (passage.number < first.number) return null
        const sentence =
          `p_${passage.processor}, which asked at ${passage.asked.time}, enters at ${passage.entered!.time} ` +
          `before p_${first.processor}, which asked at ${first.asked.time}`
        return { sentence, part: passages.inOrder([...entryOf(first), ...entryOf(passage)]) }
      },
    }
  },
}
