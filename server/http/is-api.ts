const apiPath = /^\/api\/(v1|docs)(\/|$)/;
/** What a share link streams and downloads; the page itself is Next's. */
const sharePath = /^\/s\/[^/]+\/(live|files)(\/|$)/;

/** Whether our own API answers a path; everything else belongs to the pages. */
export const isApiPath = (path: string): boolean =>
  apiPath.test(path) || sharePath.test(path);
