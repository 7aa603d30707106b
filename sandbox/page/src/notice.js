import { h, icon } from "./dom.js";
import { openSignIn } from "./signin.js";
import { t } from "./words.js";

/** The bar under a card that says what went wrong, or asks to sign in. */
export function errorBar(text) {
    return h("div", { class: "notice error", role: "alert", "data-testid": "card-error" }, icon("alert"), h("span", {}, text));
}

export function sentBar() {
    return h("div", { class: "notice sent", role: "status", "data-testid": "card-sent" }, icon("check"), h("span", {}, t("sent")));
}

/** Asks to sign in; hands the code on, wherever it came from. */
export function signInBar(text, url, onCode) {
    const code = h("input", { class: "code-input", "aria-label": t("code"), placeholder: t("code"), "data-testid": "sign-in-code" });
    const enter = h("form", {
        class: "code-form", hidden: true,
        onsubmit: (event) => {
            event.preventDefault();
            if (code.value.trim()) onCode(code.value.trim());
        },
    }, h("p", {}, t("popup")), code, h("button", { class: "button" }, t("enter")));
    const button = h("button", {
        class: "button primary", type: "button", "data-testid": "sign-in",
        onclick: () => {
            enter.hidden = false;
            openSignIn(url, onCode);
        },
    }, t("signIn"));
    return h("div", { class: "notice sign-in", role: "group", "data-testid": "sign-in-bar" },
        h("p", {}, text || t("signInWanted")), button, enter);
}
