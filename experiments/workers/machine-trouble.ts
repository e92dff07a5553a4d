import type { Row } from '../cell/index.ts'

/** What the system says when it has no descriptors, memory or processes left, and what JavaScript makes of that. */
const refusals = /\b(EMFILE|ENFILE|ENOMEM|EAGAIN|EIO)\b|Array buffer allocation failed/

/** Whether a cell failed because the machine lacked something, which says nothing of its algorithm. */
export const isMachineTrouble = ({ outcome, detail }: Row): boolean =>
  outcome === 'failed' && detail !== null && refusals.test(detail)
