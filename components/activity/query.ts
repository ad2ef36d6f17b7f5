import type { Topic } from "@/lib/activity/kinds";

/** What a feed is narrowed to, as addresses have it. */
export interface ActivityQuery {
  readonly journey?: string;
  readonly person?: string;
  readonly topic?: Topic;
}

/** Where the API tells it. */
export function activityPath(slug: string, query: ActivityQuery): string {
  const search = new URLSearchParams({ ...query }).toString();
  const path = `/workspaces/${encodeURIComponent(slug)}/activity`;
  return search === "" ? path : `${path}?${search}`;
}
