// Asks the program about what is typed: after a pause, one question at a time, and only the newest answer counts.

/** @typedef {{ wait: (run: () => void, milliseconds: number) => number, stop: (timer: number) => void }} Clock */

/** @type {Clock} */
export const CLOCK = { wait: (run, after) => setTimeout(run, after), stop: (timer) => clearTimeout(timer) };

/**
 * @template Question, Answer
 * @typedef {object} Asker
 * @property {(question: () => Question, pause?: number) => void} ask the question is put together when it is asked
 * @property {() => void} drop neither ask what waits nor hear what was asked
 */

/**
 * @template Question, Answer
 * @param {(question: Question) => Promise<Answer>} send
 * @param {(answer: Answer) => void} hear
 * @param {(fault: unknown) => void} fail
 * @param {Clock} [clock]
 * @returns {Asker<Question, Answer>}
 */
export function asker(send, hear, fail, clock = CLOCK) {
  let newest = 0;
  let timer = 0;
  // Not told by the timer: a tab that is being closed has none, and everything that is sent then fails at once.
  let isWaiting = false;
  let isBusy = false;
  /** @type {(() => Question) | null} */
  let next = null;

  async function run() {
    if (isBusy || !next) return;
    const question = next;
    const mine = newest;
    next = null;
    isBusy = true;
    try {
      const answer = await send(question());
      if (mine === newest) hear(answer);
    } catch (fault) {
      if (mine === newest) fail(fault);
    } finally {
      isBusy = false;
      if (next && !isWaiting) void run();
    }
  }

  return {
    ask(question, pause = 0) {
      newest += 1;
      next = question;
      if (isWaiting) clock.stop(timer);
      isWaiting = true;
      timer = clock.wait(() => {
        isWaiting = false;
        void run();
      }, pause);
    },
    drop() {
      newest += 1;
      next = null;
      if (isWaiting) clock.stop(timer);
      isWaiting = false;
    },
  };
}
