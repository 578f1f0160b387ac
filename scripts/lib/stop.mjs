/** Why and when a running command has to end. */

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Takes the signals over for good, so that a second Ctrl-C cannot interrupt an orderly end. `wanted` resolves at the
 * first signal or failure; `asked()` tells whether that happened; `failure()` gives the words of the first failure.
 */
export function listenForStop() {
  let resolve;
  let asked = false;
  let failure;
  const wanted = new Promise((done) => {
    resolve = done;
  });
  const ask = () => {
    asked = true;
    resolve();
  };
  for (const name of signals) process.on(name, ask);
  return {
    wanted,
    asked: () => asked,
    failure: () => failure,
    fail: (words) => {
      if (!asked) failure = words;
      ask();
    },
  };
}
