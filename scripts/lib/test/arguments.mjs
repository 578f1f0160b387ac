/** `npm test -- [stage…] [filter…]`: which stages run, and which files of them. */

export const vitestProjects = ['unit', 'dom', 'pg'];
export const stressStages = [...vitestProjects, 'faults'];
export const allStages = ['lint', 'types', 'borders', ...stressStages, 'e2e'];

/** Names of stages select them (none: all); everything else is a filter for vitest and Playwright. */
export function readArguments(args, known = allStages) {
  const named = known.filter((stage) => args.includes(stage));
  return {
    stages: named.length > 0 ? named : known,
    filters: args.filter((arg) => !known.includes(arg)),
  };
}
