import type { Service } from '../model/index.ts'

/** Whether an operation is asked for only after another one, as a release is. */
export const isFollowUp = ({ operations }: Service, operation: string): boolean =>
  Object.values(operations).some(({ followedBy }) => followedBy === operation)

/** The operations that a processor may be asked for at any time, in the order of the service. */
export const openOperations = (service: Service): string[] =>
  Object.keys(service.operations).filter((operation) => !isFollowUp(service, operation))
