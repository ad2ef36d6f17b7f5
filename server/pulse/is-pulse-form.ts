/** Whether a request is the form of a pulse, sent without a script; its page is the pages'. */
export const isPulseForm = (method: string, path: string): boolean =>
  method === "POST" && /^\/q\/[^/]+$/.test(path);
