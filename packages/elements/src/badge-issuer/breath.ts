/** Long work on the page's own thread, in slices that leave it time to draw and to answer. */

/** Milliseconds of work between two breaths: half of one frame. */
const SLICE = 8;

/** A message comes back sooner than a timer, which browsers hold back. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    resolve();
  };
  port2.postMessage(null);
});

/** Gives a function to call after each piece of work: it waits once a slice is used up. */
export function breather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE) return;
    await nextTurn();
    since = performance.now();
  };
}
