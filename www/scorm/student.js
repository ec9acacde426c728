// Whose progress this browser keeps: on a machine that many use, one student's work must not count for another.

import { checksum } from "../progress/envelope.js";
import { recall, remember } from "../shell/storage.js";

/** Who is at work, and the one before with what they had done; both by a mark of their names, not the names. */
const STUDENT = "lms.student";
const BEFORE = "lms.before";

/**
 * Puts another student's progress aside, the last one's only, and takes back what this student had here.
 * @param {Pick<import("../progress/progress.js").Progress, "download" | "erase" | "restore">} progress
 * @param {string} id as the course knows the student; nothing happens without one
 */
export function changeStudent(progress, id) {
  if (id === "") return;
  const student = checksum(0, id);
  const last = recall(STUDENT);
  if (last === student) return;
  const before = recall(BEFORE);
  // What nobody owns was done without the course, and counts for whoever opens it first.
  if (last !== undefined) {
    remember(BEFORE, `${last} ${progress.download()}`);
    progress.erase();
  }
  remember(STUDENT, student);
  if (before?.startsWith(`${student} `)) progress.restore(before.slice(student.length + 1));
}
