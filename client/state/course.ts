import { createSignal } from "solid-js";
import type { Membership } from "../../shared/api/courses.ts";

/** The course that this browser joined, null before. */
export const [course, setCourse] = createSignal<Membership | null>(null);
