import { HeartPulse, MapIcon, UserRoundCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Brand } from "./brand";
import { LandingPicture } from "./landing-picture";

const points = [
  { title: "pointMapTitle", text: "pointMap", Icon: MapIcon },
  { title: "pointFeelTitle", text: "pointFeel", Icon: HeartPulse },
  { title: "pointOwnTitle", text: "pointOwn", Icon: UserRoundCheck },
] as const;

/** What someone sees who is not signed in: what this is, and the two ways in. */
export function Landing() {
  const t = useTranslations("workspace.home");
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-5xl flex-col px-5 sm:px-8">
      <header className="flex items-center justify-between gap-4 py-5">
        <Brand />
        <ButtonLink href="/sign-in" variant="quiet">
          {t("signIn")}
        </ButtonLink>
      </header>
      <main className="flex flex-1 flex-col justify-center gap-9 py-8">
        <div className="max-w-2xl">
          <h1 className="text-2xl hyphens-auto sm:text-3xl">{t("title")}</h1>
          <p className="mt-4 text-md text-ink-2 sm:text-lg">{t("text")}</p>
          <div className="mt-7 flex flex-wrap gap-3">
            <ButtonLink href="/sign-up" variant="primary" size="lg">
              {t("signUp")}
            </ButtonLink>
            <ButtonLink href="/sign-in" size="lg">
              {t("signIn")}
            </ButtonLink>
          </div>
        </div>
        <LandingPicture />
        <ul className="grid gap-6 border-t border-line pt-8 sm:grid-cols-3">
          {points.map(({ title, text, Icon }) => (
            <li key={title}>
              <Icon aria-hidden="true" className="size-5 text-accent" />
              <h2 className="mt-2.5 text-base">{t(title)}</h2>
              <p className="mt-1 text-ink-2 hyphens-auto">{t(text)}</p>
            </li>
          ))}
        </ul>
      </main>
    </div>
  );
}
