/** Without coins nobody agrees asynchronously if one may crash: an adversary that keeps everything open. */

export { type KnownValency, type Outlook, outlookOf, type Prospect } from './outlook.ts'
export { stayUndecided, type Undecided } from './stay-undecided.ts'
