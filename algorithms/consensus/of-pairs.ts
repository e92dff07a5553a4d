import { always, type ConfigurationView, type Finding } from '../../engine/index.ts'

/** A property of each processor and each other one, at all times. */
export const ofPairs = <S extends object>(holds: (p: number, q: number, one: S, other: S) => Finding) => {
  type View = ConfigurationView<S>
  const after = ({ states }: View, p: number): Finding => {
    for (const [q, other] of states.entries()) {
      const finding = q === p ? true : holds(p, q, states[p]!, other)
      const back = q === p || finding !== true ? finding : holds(q, p, other, states[p]!)
      if (back !== true) return back
    }
    return true
  }
  const check = (configuration: View): Finding => {
    for (const p of configuration.states.keys()) {
      const finding = after(configuration, p)
      if (finding !== true) return finding
    }
    return true
  }
  return always<S>(check, { after })
}
