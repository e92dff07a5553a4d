/** The lines of a record that another tool could write: flooding from p_0 on a path of two processors. */

/** The first line, with changes to it and to its instance. */
export const header = (changes: object = {}, instance: object = {}) =>
  JSON.stringify({
    format: 'admissible-execution/1',
    algorithm: 'flooding',
    timing: 'asynchronous',
    delay_max: 1,
    seed: 0,
    instance: {
      n: 2,
      root: 0,
      ids: [0, 1],
      values: [5, 5],
      wake_times: [0, null],
      identifiers: 'given',
      ...instance,
    },
    neighbors: [[1], [0]],
    ...changes,
  })

export const start = '{"t":0,"p":0,"wakes":true,"out":[[0,{"type":"M","value":5},0.5]],"terminates":true}'

export const answer = '{"t":0.5,"p":1,"in":[0],"terminates":true}'

export const end =
  '{"end":{"outcome":"terminated","events":2,"messages":1,"time":0.5,"time_unit":1,"delay_max":0.5}}'
