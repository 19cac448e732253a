/** What cloud-init writes for a name that does not exist, with the name behind it (templater.py, UndefinedJinjaVariable). */
export const MISSING_PLACEHOLDER = "CI_MISSING_JINJA_VAR/";
