/** Whose pages a browser keeps; named like the copies of maps, so that both are erased by the same rule. */
export const pagesPrefix = "waymark:pages:";

export const pagesName = (person: string): string => pagesPrefix + person;

/** The scripts, styles and fonts of one build, which are the same for everybody. */
export const filesPrefix = "waymark-files:";

export const filesName = (build: string): string => filesPrefix + build;

/** Where the worker is asked for; at the top, because it answers for no more than what lies below it. */
export const workerPath = "/worker.js";

/** On the page's own element where it came from this device; the page asks. */
export const keptMark = "data-kept";

/** On what stands in the place of a map that could not be drawn. Its page was sent as one that may be kept, and is not. */
export const failedMark = "data-failed";
