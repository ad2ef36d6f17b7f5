"use client";

import { FailedPage } from "@/components/workspace/failed-page";

interface ErrorPageProps {
  error: Error & { digest?: string };
}

/** What the framework shows in the place of a page that failed. */
export default function ErrorPage({ error }: ErrorPageProps) {
  return <FailedPage digest={error.digest} />;
}
