const AT_LATEST_MS = 250;

/** Until the browser has nothing better to do, or some time has gone by. */
export const idle = (): Promise<void> =>
  new Promise((done) => {
    if (typeof requestIdleCallback === "function")
      requestIdleCallback(() => done(), { timeout: AT_LATEST_MS });
    else setTimeout(done);
  });
