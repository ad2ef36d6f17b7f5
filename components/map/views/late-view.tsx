"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { ComponentType, ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";

interface LateViewProps<Name extends string, Props extends object> {
  readonly name: Name;
  readonly loaders: Readonly<Record<Name, () => Promise<ComponentType<Props>>>>;
  readonly of: Props;
  /** Stands there until the view is. */
  readonly waiting?: ReactNode;
}

/** A view that is loaded when it is chosen; where the network is gone, it says so and can be asked again. */
export function LateView<Name extends string, Props extends object>({
  name,
  loaders,
  of,
  waiting = <Waiting />,
}: LateViewProps<Name, Props>) {
  const [tries, setTries] = useState(0);
  const [loaded, setLoaded] = useState<{
    readonly name: Name;
    readonly View: ComponentType<Props> | null;
  } | null>(null);
  useEffect(() => {
    let isGone = false;
    const settle = (View: ComponentType<Props> | null) =>
      isGone || setLoaded({ name, View });
    loaders[name]().then(settle, () => settle(null));
    return () => {
      isGone = true;
    };
  }, [name, loaders, tries]);
  if (loaded?.name !== name) return waiting;
  const { View } = loaded;
  return View ? (
    <View {...of} />
  ) : (
    <NotLoaded
      onRetry={() => {
        setLoaded(null);
        setTries(tries + 1);
      }}
    />
  );
}

function Waiting() {
  const t = useTranslations("views");
  return (
    <div
      role="status"
      aria-label={t("loading")}
      className="flex flex-1 items-center justify-center bg-surface"
    >
      <Spinner />
    </div>
  );
}

function NotLoaded({ onRetry }: { readonly onRetry: () => void }) {
  const t = useTranslations("views");
  return (
    <div
      role="alert"
      className="flex flex-1 flex-col items-center justify-center gap-3 bg-surface p-8 text-center"
    >
      <p className="text-ink-2">{t("notLoaded")}</p>
      <Button onPress={onRetry}>{t("retry")}</Button>
    </div>
  );
}
