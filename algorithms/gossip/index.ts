/** Rumours: who calls whom until all know. */

export { gossipPull } from './gossip-pull.ts'
export { gossipPush } from './gossip-push.ts'
export { gossipPushPull } from './gossip-push-pull.ts'
export { telephoneCalls } from './telephone-calls.ts'
