"use client";

import { useTranslations } from "next-intl";
import { Component, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { MessagePage } from "@/components/workspace/message-page";

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

function FailedPage() {
  const t = useTranslations("common");
  return (
    <MessagePage
      title={t("error.title")}
      action={
        <Button variant="primary" onPress={() => window.location.reload()}>
          {t("retry")}
        </Button>
      }
    >
      <p>{t("error.text")}</p>
    </MessagePage>
  );
}
