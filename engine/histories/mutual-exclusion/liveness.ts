import type { HistoryCondition } from '../condition.ts'
import { enumerated } from '../text.ts'
import { Passages } from './passages.ts'

/**
 * If somebody wants to enter, somebody does. At its end a history breaks it if the critical section is free and
 * processors wait. Who stays in its critical section for ever is not the algorithm's fault.
 */
export const noDeadlock: HistoryCondition = {
  name: 'no-deadlock',
  summary: 'while somebody waits and nobody is in its critical section, somebody will enter',
  kind: 'liveness',
  follow({ faulty }) {
    const passages = new Passages()
    return {
      event(event) {
        passages.move(event)
        return null
      },
      end() {
        const waiting = [...passages.waiting].filter(({ processor }) => faulty?.has(processor) !== true)
        if (waiting.length === 0 || passages.inside.size > 0) return null
        const names = waiting.map(({ processor }) => `p_${processor}`)
        const sentence = `the critical section is free at the end, and ${enumerated(names)} ${names.length === 1 ? 'waits' : 'wait'} for ever`
        // Each alone would wait in vain.
        return { sentence, part: [waiting[0]!.asked] }
      },
    }
  },
}

/** Who wants to enter does in the end. In a finite history: who is left waiting was locked out, if others entered meanwhile. */
export const noLockout: HistoryCondition = {
  name: 'no-lockout',
  summary: 'everybody who waits will enter',
  kind: 'liveness',
  follow({ faulty }) {
    const passages = new Passages()
    return {
      event(event) {
        passages.move(event)
        return null
      },
      end() {
        if (passages.inside.size > 0) return null
        const waiting = [...passages.waiting].filter(({ processor }) => faulty?.has(processor) !== true)
        const [longest] = waiting.sort((a, b) => b.bypassed - a.bypassed)
        if (longest === undefined) return null
        const { processor, asked, bypassed } = longest
        const others =
          bypassed === 0
            ? 'nobody enters after it'
            : `others enter ${bypassed} time${bypassed === 1 ? '' : 's'} meanwhile`
        const sentence = `p_${processor} asks at ${asked.time} and never enters; ${others}`
        return { sentence, part: [asked] }
      },
    }
  },
}
