import { avatar, h, icon } from "./dom.js";
import { openMenu } from "./menu.js";
import { go, myRooms, person, roomKey, store } from "./store.js";
import { t } from "./words.js";

function title(room) {
    return room.person ? "Slipway" : room.name;
}

function entry(room) {
    const unread = store.unread.has(room.id);
    return h("a", {
        class: unread ? "entry unread" : "entry", href: `#${store.me.alias}/${roomKey(room)}`, "data-testid": `room-${roomKey(room)}`,
        "aria-current": store.room?.id === room.id ? "page" : null,
    }, room.person ? avatar(person("slipway")) : h("span", { class: "hash", "aria-hidden": "true" }, "#"),
    h("span", { class: "entry-name" }, title(room)), unread ? h("span", { class: "dot" }, h("span", { class: "hidden" }, t("unread"))) : null);
}

function peopleMenu(button) {
    openMenu(button, store.people.map((someone) => ({
        text: someone.name, hint: someone.role, checked: someone.alias === store.me.alias, before: avatar(someone),
        id: `person-${someone.alias}`,
        run: () => go(someone.alias, store.room ? roomKey(store.room) : ""),
    })));
}

/** Top bar and list of rooms; the room itself is put beside them. */
export function frame(actions) {
    const me = h("button", {
        class: "me", type: "button", "aria-haspopup": "menu", "data-testid": "people", "aria-label": `${t("people")}: ${store.me.name}`,
        onclick: (event) => peopleMenu(event.currentTarget),
    }, h("span", { class: "me-name" }, store.me.name, h("small", {}, store.me.role)), avatar(store.me));
    const tool = (name, label, run) => h("button", { class: "icon-button", type: "button", title: t(label), "aria-label": t(label), "data-testid": label, onclick: run }, icon(name));
    const language = h("button", { class: "icon-button language", type: "button", title: t("language"), "aria-label": t("language"), "data-testid": "language", onclick: actions.language }, store.locale.slice(0, 2).toUpperCase());
    const channels = myRooms().filter((room) => !room.person);
    const chats = myRooms().filter((room) => room.person);
    return {
        bar: h("header", { class: "bar" }, h("img", { src: "icon.svg", alt: "" }), h("h1", {}, "Contoso"), h("span", { class: "grow" }),
            language, tool(store.theme === "dark" ? "sun" : "moon", "theme", actions.theme), tool("wrench", "hood", actions.panel), me),
        list: h("nav", { class: "list", "aria-label": t("chat") },
            h("h2", {}, icon("chat"), t("chats")), chats.map(entry),
            h("h2", {}, icon("team"), store.team), channels.map(entry)),
    };
}

export function roomHeader(room) {
    return h("header", { class: "room-header" },
        h("a", { class: "icon-button back", href: `#${store.me.alias}`, "aria-label": t("back"), "data-testid": "back" }, icon("back")),
        room.person ? avatar(person("slipway")) : h("span", { class: "hash", "aria-hidden": "true" }, "#"),
        h("h2", { "data-testid": "room-title" }, title(room), h("small", {}, room.person ? t("app") : store.team)));
}
