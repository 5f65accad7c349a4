import type { RuleField, RuleForm } from "./rule-form.ts";

/** What each part of the form gets. */
export type FormPart = {
  readonly form: RuleForm;
  readonly complaint: (field: RuleField) => string | null;
  readonly onChange: (part: Partial<RuleForm>) => void;
};
