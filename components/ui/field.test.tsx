import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { Form } from "react-aria-components";
import { afterEach, describe, expect, it, vi } from "vitest";
import common from "@/lib/i18n/messages/de/common.json";
import { TextField } from "./text-field";

const onSubmit = vi.fn((event: { preventDefault: () => void }) =>
  event.preventDefault(),
);

function showForm(errorMessage: string | null = null) {
  render(
    <NextIntlClientProvider locale="de" messages={{ common }}>
      <Form onSubmit={onSubmit}>
        <TextField label="Name" isRequired errorMessage={errorMessage} />
        <TextField label="E-Mail" type="email" />
        <button type="submit">Senden</button>
      </Form>
    </NextIntlClientProvider>,
  );
  return () => fireEvent.click(screen.getByRole("button", { name: "Senden" }));
}

const write = (label: string, value: string) =>
  fireEvent.change(screen.getByRole("textbox", { name: label }), {
    target: { value },
  });

afterEach(() => {
  cleanup();
  onSubmit.mockClear();
});

describe("a form that is sent too early", () => {
  it("says in the language of the page which box is empty", () => {
    const send = showForm();
    send();
    expect(onSubmit).not.toHaveBeenCalled();
    screen.getByText(common.complaint.empty);
    const name = screen.getByRole("textbox", { name: "Name" });
    expect(name.getAttribute("aria-invalid")).toBe("true");
    expect(document.activeElement).toBe(name);
  });

  it("says that an address is not one", () => {
    const send = showForm();
    write("Name", "Petra");
    write("E-Mail", "petra");
    send();
    expect(onSubmit).not.toHaveBeenCalled();
    screen.getByText(common.complaint.notComplete);
  });

  it("goes out when everything is there", () => {
    const send = showForm();
    write("Name", "Petra");
    write("E-Mail", "petra@mail.example");
    send();
    expect(onSubmit).toHaveBeenCalledTimes(1);
    expect(screen.queryByText(common.complaint.empty)).toBeNull();
  });

  it("shows a complaint of the server's in its own words", () => {
    showForm("Diesen Namen gibt es schon.");
    screen.getByText("Diesen Namen gibt es schon.");
  });
});
