/**
 * The day of a moment, as the language of the page writes it; nothing for none.
 * @param {string | null} stamp
 */
export function dayOf(stamp) {
  if (stamp === null) return "";
  const language = document.documentElement.lang || "en";
  return new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(new Date(stamp));
}
