import type { Locale } from "./config";
import type { formats } from "./formats";
import type auth from "./messages/en/auth.json";
import type channels from "./messages/en/channels.json";
import type common from "./messages/en/common.json";
import type emotion from "./messages/en/emotion.json";
import type evidence from "./messages/en/evidence.json";
import type errors from "./messages/en/errors.json";
import type guide from "./messages/en/guide.json";
import type history from "./messages/en/history.json";
import type imports from "./messages/en/imports.json";
import type journeys from "./messages/en/journeys.json";
import type lanes from "./messages/en/lanes.json";
import type mail from "./messages/en/mail.json";
import type map from "./messages/en/map.json";
import type mine from "./messages/en/mine.json";
import type opportunities from "./messages/en/opportunities.json";
import type tasks from "./messages/en/tasks.json";
import type palette from "./messages/en/palette.json";
import type person from "./messages/en/person.json";
import type personas from "./messages/en/personas.json";
import type present from "./messages/en/present.json";
import type room from "./messages/en/room.json";
import type seeing from "./messages/en/seeing.json";
import type settings from "./messages/en/settings.json";
import type share from "./messages/en/share.json";
import type stakeholders from "./messages/en/stakeholders.json";
import type templates from "./messages/en/templates.json";
import type touchpoint from "./messages/en/touchpoint.json";
import type touchpoints from "./messages/en/touchpoints.json";
import type views from "./messages/en/views.json";
import type workspace from "./messages/en/workspace.json";

// A key that no English file has is a compile error.
declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Formats: typeof formats;
    Messages: {
      auth: typeof auth;
      channels: typeof channels;
      common: typeof common;
      emotion: typeof emotion;
      evidence: typeof evidence;
      errors: typeof errors;
      guide: typeof guide;
      history: typeof history;
      imports: typeof imports;
      journeys: typeof journeys;
      lanes: typeof lanes;
      mail: typeof mail;
      map: typeof map;
      mine: typeof mine;
      tasks: typeof tasks;
      opportunities: typeof opportunities;
      palette: typeof palette;
      person: typeof person;
      personas: typeof personas;
      present: typeof present;
      room: typeof room;
      seeing: typeof seeing;
      settings: typeof settings;
      share: typeof share;
      stakeholders: typeof stakeholders;
      templates: typeof templates;
      touchpoint: typeof touchpoint;
      touchpoints: typeof touchpoints;
      views: typeof views;
      workspace: typeof workspace;
    };
  }
}
