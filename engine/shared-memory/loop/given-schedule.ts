import { InputError } from '../../errors.ts'
import type { Scheduler, SchedulerView } from '../schedulers/index.ts'

/** Who takes the steps is given, one after the other. Throws an InputError where it is nobody who can. */
export function givenSchedule(steps: readonly number[], view: SchedulerView): Scheduler {
  let taken = 0
  return {
    next() {
      const p = steps[taken++]!
      if (p >= view.n) throw new InputError(`there is no p_${p} among ${view.n} processors`)
      if (view.passagesLeft(p) === 0)
        throw new InputError(`step ${taken} is given to p_${p}, which has made all its passages`)
      return p
    },
  }
}
