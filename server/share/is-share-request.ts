/** Whether a path is a stream or a file behind a share link; the rest of /s/ is pages. */
export const isShareRequest = (path: string): boolean =>
  /^\/s\/[^/]+\/(live|files\/[^/]+)$/.test(path);
