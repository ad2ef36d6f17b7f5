import type { Topic } from "@/lib/activity/kinds";

/** What a feed is narrowed to, as addresses have it. */
export interface ActivityQuery {
  readonly journey?: string;
  readonly person?: string;
  readonly topic?: Topic;
}

export const QUERY_KEYS = ["journey", "person", "topic"] as const;

/** What a feed is narrowed to, as the end of an address; empty where it is not. */
export function searchOf(query: ActivityQuery): string {
  const search = new URLSearchParams();
  for (const key of QUERY_KEYS) {
    const value = query[key];
    if (value !== undefined) search.set(key, value);
  }
  return search.size === 0 ? "" : `?${search}`;
}

/** Where the API tells it. */
export const activityPath = (slug: string, query: ActivityQuery): string =>
  `/workspaces/${encodeURIComponent(slug)}/activity${searchOf(query)}`;
