/**
 * What chance hardly ever takes off the misfit, in units of χ², where a curve has so many parameters more: the mean and
 * five standard deviations.
 */
export const marked = (more: number): number => (more <= 0 ? 0 : more + 5 * Math.sqrt(2 * more))
