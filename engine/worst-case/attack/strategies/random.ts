import type { Strategy } from './strategy.ts'

/** What a sweep does: the largest of many independent samples. */
export const randomSampling: Strategy = {
  name: 'random',
  summary: 'independent samples, as in a sweep',
  continues: false,
  *search(field) {
    for (;;) yield field.sampled()
  },
}
