import { done } from '../../engine/index.ts'

/** A processor that goes up a binary tree of locks for two, and down again. */
export interface Climber {
  readonly i: number
  /** The number of levels of the tree. */
  readonly height: number
  /** How far it has come: 0 at its leaf, height − 1 at the root. */
  level: number
}

/** The number of levels of a tree with n leaves. */
export const heightFor = (n: number): number => Math.ceil(Math.log2(n))

/** The number of nodes of a tree with n leaves. They are numbered from the root, 0, level by level. */
export const nodesFor = (n: number): number => 2 ** heightFor(n) - 1

/** The node at which a processor is. */
export const node = (s: Climber): number => side(s) >> 1

/** The side from which it comes: node v has the sides 2v and 2v + 1. */
export const side = ({ i, height, level }: Climber): number => ((i + 2 ** height) >> level) - 2

/** The other side of its node. */
export const otherSide = (s: Climber): number => side(s) ^ 1

/** Goes on to the next level, or enters after the root. */
export function up(s: Climber): number {
  if (s.level === s.height - 1) return done
  s.level++
  return 1
}

/** Goes back to the level below, or ends at its leaf. */
export function down(s: Climber): number {
  if (s.level === 0) return done
  s.level--
  return 1
}
