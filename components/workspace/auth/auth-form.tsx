"use client";

import type { ReactNode } from "react";
import { Form } from "react-aria-components";
import { Button } from "@/components/ui/button";
import type { Problem } from "../api-client";
import { ProblemBanner } from "../problem-banner";

interface AuthFormProps {
  submitLabel: string;
  isPending: boolean;
  problem: Problem | null;
  onSubmit: () => void;
  children?: ReactNode;
}

/** The shape that all forms before sign-in share: complaint, fields, one wide button. */
export function AuthForm({
  submitLabel,
  isPending,
  problem,
  onSubmit,
  children,
}: AuthFormProps) {
  return (
    <Form
      // Sent by the browser itself, where no script runs, a password would stand in the address otherwise.
      method="post"
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <ProblemBanner problem={problem} />
      {children}
      <Button
        type="submit"
        variant="primary"
        size="lg"
        isPending={isPending}
        className="mt-1 w-full"
      >
        {submitLabel}
      </Button>
    </Form>
  );
}
