// The dialog that asks before everything that is kept is erased, and says when it is.
import { AnswersStore } from "../../answers-store/answers-store.js";
import { button, element } from "../../element/element.js";
import { loadStyles } from "../../element/styles.js";
import { forgetMark } from "../../live-check/own-mark.js";
import { forgetStored } from "../../offline/worker-orders.js";
import words from "../words.js";

/** @param {string} site */
export async function askToErase(site) {
  await loadStyles(new URL("../../element/lazy/small-dialog.css", import.meta.url));
  const title = element("h2", { id: "erase-title" }, words.title);
  const said = element("p", { role: "status" }, words.asks);
  const buttons = element("p", {});
  const dialog = element("dialog", { class: "small-dialog", "aria-labelledby": title.id }, title, said, buttons);
  const close = () => dialog.close();
  const erase = async () => {
    yes.disabled = true;
    new AnswersStore(site, "").eraseAll();
    forgetMark();
    document.documentElement.classList.remove("has-kept");
    said.textContent = (await forgetStored()) ? words.erased : words.erased_in_part;
    // The page still shows what it had read, and would keep it again.
    dialog.addEventListener("close", () => location.reload());
    const closing = button(words.close, close);
    buttons.replaceChildren(closing);
    closing.focus();
  };
  const yes = button(words.yes, erase, { class: "is-grave" });
  buttons.append(yes, button(words.no, close, { autofocus: true }));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
