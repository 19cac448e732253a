/** What an API server rejects in batch/v1 (kubernetes, pkg/apis/batch/validation). */
import { getAt } from "../get-at.js";
import { checkSelector } from "./check-labels.js";
import { at, entriesAt, has, textAt, type Cursor } from "./cursor.js";
import { isCronSchedule } from "./is-cron-schedule.js";
import { checkRange, forbid, rejectValue, requireFilled, requireKeys } from "./values.js";

/** Checks a Job. */
export function checkJob(object: Cursor): void {
  requireKeys(object, "spec");
  checkJobSpec(at(object, "spec"), textAt(object, "metadata", "name"));
}

/** Checks a CronJob. */
export function checkCronJob(object: Cursor): void {
  requireKeys(object, "spec");
  const spec = at(object, "spec");
  requireFilled(spec, "schedule");
  checkSchedule(at(spec, "schedule"));
  for (const key of ["startingDeadlineSeconds", "successfulJobsHistoryLimit", "failedJobsHistoryLimit"]) {
    checkRange(at(spec, key), 0);
  }
  const job = at(spec, "jobTemplate", "spec");
  if (getAt(job.value, ["manualSelector"]) === true) {
    forbid(job, "manualSelector", "in a CronJob, whose jobs would share a selector");
  }
  checkJobSpec(job, null);
}

function checkSchedule(schedule: Cursor): void {
  const text = textAt(schedule) ?? "";
  if (/^(?:CRON_)?TZ=/.test(text)) return rejectValue(schedule, "set `timeZone` instead of `TZ=`");
  if (text === "" || isCronSchedule(text)) return;
  const fix = "write minute (0-59), hour (0-23), day (1-31), month (1-12) and weekday (0-6), or `@daily`";
  rejectValue(schedule, fix);
}

const COUNTS = ["parallelism", "completions", "activeDeadlineSeconds", "backoffLimit", "ttlSecondsAfterFinished"];

/** The server gives a job a selector of its own, with labels that nothing else may have. */
function checkJobSpec(spec: Cursor, name: string | null): void {
  for (const key of COUNTS) checkRange(at(spec, key), 0);
  const selector = at(spec, "selector");
  checkSelector(selector);
  if (getAt(spec.value, ["manualSelector"]) === true) {
    if (!has(spec, "selector")) spec.complain("v1-required", spec.path, { key: "selector" });
    return;
  }
  if (entriesAt(selector, "matchLabels").length > 0) {
    forbid(spec, "selector", "in a job, for which the server makes one", "delete it");
  }
  for (const [label, { value, path, complain }] of entriesAt(spec, "template", "metadata", "labels")) {
    const isOwn = UID_LABELS.has(label) || (NAME_LABELS.has(label) && name !== null && value !== name);
    if (isOwn)
      complain("v1-forbidden", path, { key: label, where: "as a label: the server sets it", fix: "delete it" });
  }
}

const UID_LABELS = new Set(["controller-uid", "batch.kubernetes.io/controller-uid"]);
const NAME_LABELS = new Set(["job-name", "batch.kubernetes.io/job-name"]);
