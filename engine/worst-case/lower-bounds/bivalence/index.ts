/** Without coins nobody agrees asynchronously if one may crash: an adversary that keeps everything open. */

export { stayUndecided, type Undecided } from './stay-undecided.ts'
