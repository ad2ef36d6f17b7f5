/** Whether a request stops a mail or starts it again; asking for the page about it is the pages'. */
export const isStopRequest = (method: string, path: string): boolean =>
  method === "POST" && /^\/u\/[^/]+$/.test(path);
