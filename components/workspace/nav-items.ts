import {
  Activity,
  CircleUserRound,
  Inbox,
  Lightbulb,
  ListChecks,
  ListTodo,
  MapPinned,
  Radio,
  Route,
  Settings,
  Users,
  type LucideIcon,
} from "lucide-react";

export interface NavItem {
  key:
    | "journeys"
    | "touchpoints"
    | "tasks"
    | "opportunities"
    | "mine"
    | "inbox"
    | "activity"
    | "personas"
    | "stakeholders"
    | "channels"
    | "settings";
  Icon: LucideIcon;
}

/** The places of daily work. */
export const workItems: readonly NavItem[] = [
  { key: "journeys", Icon: Route },
  { key: "touchpoints", Icon: MapPinned },
  { key: "tasks", Icon: ListTodo },
  { key: "opportunities", Icon: Lightbulb },
  { key: "mine", Icon: ListChecks },
  { key: "inbox", Icon: Inbox },
  { key: "activity", Icon: Activity },
];

/** Those under the thumb of a phone; the others are behind "more". */
export const barItems: readonly NavItem[] = workItems.filter(
  ({ key }) => !["opportunities", "inbox", "activity"].includes(key),
);

/** What the maps are made with. */
export const libraryItems: readonly NavItem[] = [
  { key: "personas", Icon: CircleUserRound },
  { key: "stakeholders", Icon: Users },
  { key: "channels", Icon: Radio },
];

export const settingsItem: NavItem = { key: "settings", Icon: Settings };

/** Whether a path lies at or below a place of the workspace. */
export function isAt(
  pathname: string,
  slug: string,
  key: NavItem["key"],
): boolean {
  const base = `/w/${slug}/${key}`;
  return pathname === base || pathname.startsWith(`${base}/`);
}
