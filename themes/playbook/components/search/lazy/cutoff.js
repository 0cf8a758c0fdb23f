// Which of the results matter. What shares only a common word with the query is shown when somebody asks for it.

const LEAST_SHARE = 0.4; // of the score of the best
const LEAST_SHOWN = 5; // as many are shown however badly they fit
/** As many are shown at once, and of those with what somebody has filtered by. */
export const MOST_SHOWN = 20;

/**
 * How many of the results, best first, are shown at once.
 * @param {{ score: number }[]} results
 */
export function mattering(results) {
  const least = LEAST_SHARE * (results[0]?.score ?? 0);
  const good = results.filter(({ score }) => score >= least).length;
  return Math.min(results.length, MOST_SHOWN, Math.max(good, LEAST_SHOWN));
}
