import { type formalShared, nil, valueText } from '../../engine/index.ts'

type Variables = formalShared.SharedConfiguration['variables']

/** A step for people: “  7  p_1  acquire 3  reads want[0] = 1, enters”. */
export function describeSharedStep(
  number: number,
  step: formalShared.SharedStep,
  variables: Variables,
): string {
  const { processor, line, kind, variable, before, after, inVain } = step
  const { name } = variables[variable]!
  const value = shown(before)
  const did = {
    read: `reads ${name} = ${value}`,
    await: `reads ${name} = ${value}${inVain ? ' and waits' : ''}`,
    write: `writes ${name} := ${shown(after)}`,
    testAndSet: `test&set ${name}: was ${value}`,
    fetchAndAdd: `fetch&add ${name}: was ${value}, is ${shown(after)}`,
    swap: `swap ${name}: was ${value}, is ${shown(after)}`,
    compareAndSwap: `compare&swap ${name}: was ${value}, is ${shown(after)}`,
    flip: `flips ${name}: ${value}`,
    modify: `read-modify-write ${name}: was ${value}, is ${shown(after)}`,
  }[kind]
  return `${String(number).padStart(6)}  p_${String(processor).padEnd(3)} ${asked(step)} ${String(line).padEnd(2)} ${did}${came(step)}`
}

/** The operation, at its first step with what it is asked with. */
const asked = ({ operation, argument }: formalShared.SharedStep): string =>
  argument === undefined || argument === null ? operation : `${operation}(${valueText(argument)})`

/** What is new once the step is taken. */
function came({ from, to, answer }: formalShared.SharedStep): string {
  if (answer !== undefined) return answer === null ? ', is done' : `, answers ${valueText(answer)}`
  if (to === from) return ''
  return to === 'critical' ? ', enters' : to === 'remainder' ? ', has left' : ''
}

const shown = (value: unknown): string => (value === nil ? 'nil' : valueText(value))
