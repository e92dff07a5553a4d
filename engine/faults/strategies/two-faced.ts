import type { Channel } from '../../model/index.ts'
import type { Random } from '../../random.ts'
import type { Call, Liar } from '../liar.ts'
import { Captured } from './captured.ts'

/**
 * A liar that runs the algorithm twice, and shows some neighbours one of the two and some the other. With `apart`, each of
 * the two hears only those to whom it is shown. `shadowOf` makes the initial state of the second.
 */
export function twoFaced(
  random: Random,
  apart: boolean,
  shadowOf: (state: object, initially: (value: number) => object) => object,
): Liar {
  let shadow: object = {}
  let over = false
  const sides: boolean[] = []
  /** Whether the second is shown by this channel. */
  const isShadowed = (channel: Channel): boolean => {
    while (sides.length <= channel) sides.push(random.integer(2) === 0)
    return sides[channel]!
  }
  const show = (p: Captured['sent'], send: (sent: Captured['sent'][number]) => void, second: boolean) => {
    for (const sent of p) if (isShadowed(sent.channel) === second) send(sent)
  }
  return {
    begins(state, initially) {
      shadow = shadowOf(state, initially)
    },
    acts(p, state, call: Call) {
      const first = new Captured(p)
      call.run(first, state, apart ? (from) => !isShadowed(from) : undefined)
      show(first.sent, ({ channel, message }) => p.send(channel, message), false)
      if (over) return
      const second = new Captured(p, true)
      call.run(second, shadow, apart ? isShadowed : undefined)
      over = second.terminated
      show(second.sent, ({ channel, message }) => p.send(channel, message), true)
    },
  }
}
