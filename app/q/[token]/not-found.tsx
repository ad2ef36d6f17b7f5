import { getTranslations } from "next-intl/server";
import { MessagePage } from "@/components/workspace/message-page";

export default async function PulseNotFound() {
  const t = await getTranslations("pulse.dead");
  return <MessagePage title={t("absentTitle")}>{t("absent")}</MessagePage>;
}
