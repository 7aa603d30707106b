import { h } from "./dom.js";

const region = h("div", { class: "toasts", role: "status", "aria-live": "polite" });
document.body.append(region);

/** A short text that passes by. */
export function toast(text) {
    const note = h("div", { class: "toast", "data-testid": "toast" }, text);
    region.append(note);
    setTimeout(() => note.remove(), 6000);
}
