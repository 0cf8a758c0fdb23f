// How far a dialogue has been played. Values only: nothing here touches the page.

/** @typedef {{ by: string }} Line A line, and who says it. */
/** @typedef {{ at: number, you: string, revealed: boolean }} Playing The last line that is out, counted from 0; who plays along, or nobody; whether a line of theirs is shown. */

/**
 * The dialogue at its first line.
 * @param {string} you the id of a speaker, or empty
 * @returns {Playing}
 */
export const started = (you) => ({ at: 0, you, revealed: false });

/**
 * Whether the line that is out is to be said by the one who plays, and not shown yet.
 * @param {Playing} playing
 * @param {Line[]} lines
 */
export const isYourTurn = ({ at, you, revealed }, lines) => lines[at]?.by === you && !revealed;

/**
 * The same, with the line shown that the one who plays has said.
 * @param {Playing} playing
 * @returns {Playing}
 */
export const reveal = (playing) => ({ ...playing, revealed: true });

/**
 * One line on. A line of the one who plays need not be shown for that.
 * @param {Playing} playing
 * @param {Line[]} lines
 * @returns {Playing}
 */
export const next = (playing, lines) =>
  isLast(playing, lines) ? playing : { ...playing, at: playing.at + 1, revealed: false };

/**
 * One line back. The line that is then the last one out is shown.
 * @param {Playing} playing
 * @returns {Playing}
 */
export const back = (playing) => (playing.at === 0 ? playing : { ...playing, at: playing.at - 1, revealed: true });

/**
 * @param {Playing} playing
 * @param {Line[]} lines
 */
export const isLast = ({ at }, lines) => at >= lines.length - 1;
