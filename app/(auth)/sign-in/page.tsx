import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import { redirect } from "next/navigation";
import { viewer } from "@/app/viewer";
import { Banner } from "@/components/ui/banner";
import { AuthCard } from "@/components/workspace/auth/auth-card";
import { SignInForm } from "@/components/workspace/auth/sign-in-form";
import { safePath } from "@/lib/access/safe-path";

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("signIn.title") };
}

export default async function SignInPage({ searchParams }: PageProps) {
  const query = await searchParams;
  const next = safePath(typeof query.next === "string" ? query.next : null);
  const { person } = await viewer();
  if (person) redirect(next);
  const t = await getTranslations("auth.signIn");
  const notice = query.changed
    ? t("changed")
    : query.out
      ? t("signedOut")
      : null;
  return (
    <AuthCard
      title={t("title")}
      footer={t.rich("toSignUp", {
        link: (words) => (
          <Link
            href="/sign-up"
            className="rounded-xs font-medium text-accent hover:underline"
          >
            {words}
          </Link>
        ),
      })}
    >
      {notice ? (
        <Banner tone="success" className="mb-4">
          {notice}
        </Banner>
      ) : null}
      <SignInForm next={next} />
    </AuthCard>
  );
}
