import { type formalShared, nil } from '../../engine/index.ts'

type Variables = formalShared.SharedConfiguration['variables']

/** A step for people: “  7  p_1  acquire 3  reads want[0] = 1, enters”. */
export function describeSharedStep(
  number: number,
  { processor, line, from, to, kind, variable, before, after, inVain }: formalShared.SharedStep,
  variables: Variables,
): string {
  const operation = from === 'remainder' || from === 'entry' ? 'acquire' : 'release'
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
    modify: `read-modify-write ${name}: was ${value}, is ${shown(after)}`,
  }[kind]
  const came = to === from ? '' : to === 'critical' ? ', enters' : to === 'remainder' ? ', has left' : ''
  return `${String(number).padStart(6)}  p_${String(processor).padEnd(3)} ${operation} ${String(line).padEnd(2)} ${did}${came}`
}

const shown = (value: number): string => (value === nil ? 'nil' : String(value))
