/**
 * The day of a moment, as the language of the page writes it; nothing for none.
 * @param {string | null} stamp
 */
export function dayOf(stamp) {
  if (stamp === null) return "";
  const language = document.documentElement.lang || "en";
  return new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(new Date(stamp));
}

/**
 * A day such as 2026-03-01 as a language writes it; nothing for none.
 * @param {string} day
 * @param {string} [language] that of the page, unless another is given
 */
export const dayWritten = (day, language = document.documentElement.lang || "en") =>
  day ? new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`)) : "";
