"use client";

import { Component, type ReactNode } from "react";
import { FailedPage } from "@/components/workspace/failed-page";

interface PageBoundaryProps {
  readonly children: ReactNode;
}

/** Shows that the page failed, in the place of nothing at all, and the way to try again. */
export class PageBoundary extends Component<
  PageBoundaryProps,
  { readonly hasFailed: boolean }
> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? <FailedPage /> : this.props.children;
  }
}
