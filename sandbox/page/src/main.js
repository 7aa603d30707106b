import { api } from "./api.js";
import { h } from "./dom.js";
import { frame, roomHeader } from "./frame.js";
import { listen } from "./live.js";
import { Panel } from "./panel.js";
import { go, keep, load, myRooms, readHash, roomKey, setClock, setLocale, setTheme, store } from "./store.js";
import { Stream } from "./stream.js";
import { t } from "./words.js";

const app = document.getElementById("app");
const wide = window.matchMedia("(min-width: 721px)");
let stream = null;
let panel = null;

function draw() {
    if (!store.room && wide.matches) {
        go(store.me.alias, roomKey(myRooms()[0]));
        return;
    }
    const { bar, list } = frame({ theme: toggleTheme, language: toggleLanguage, panel: togglePanel });
    stream = store.room ? new Stream(store.room) : null;
    if (store.room) store.unread.delete(store.room.id);
    const main = h("main", {}, ...(stream ? [roomHeader(store.room), stream.element] : []));
    const body = h("div", { class: store.room ? "columns in-room" : "columns" }, list, main, panel?.element ?? null);
    app.replaceChildren(bar, offline, body);
    if (stream && wide.matches) stream.compose.text.focus();
}

function drawList() {
    const fresh = frame({ theme: toggleTheme, language: toggleLanguage, panel: togglePanel });
    app.querySelector(".list")?.replaceWith(fresh.list);
}

const offline = h("div", { class: "offline", role: "alert", hidden: true });

function togglePanel() {
    panel?.close();
    panel = panel ? null : new Panel(togglePanel);
    document.querySelector(".panel")?.remove();
    if (panel) document.querySelector(".columns").append(panel.element);
}

function toggleTheme() {
    setTheme(store.theme === "dark" ? "light" : "dark");
    localStorage.setItem("slipway-theme", store.theme);
    draw();
}

function toggleLanguage() {
    setLocale(store.locale.startsWith("de") ? "en-US" : "de-DE");
    localStorage.setItem("slipway-locale", store.locale);
    renewPanel();
    tellLocale();
    draw();
}

function renewPanel() {
    if (!panel) return;
    panel.close();
    panel = new Panel(togglePanel, panel.shown);
}

function tellLocale() {
    api.locale({ person: store.me.alias, locale: store.locale }).catch(() => undefined);
}

/** Whoever opens the page for the first time finds Slipway added to the team and to their chats, as in Teams. */
function introduce() {
    tellLocale();
    api.add({ person: store.me.alias }).catch(() => undefined);
}

function arrived(post) {
    const known = keep(post);
    if (store.room?.id === post.room) {
        stream?.put(post);
    } else if (!known && post.from !== store.me.alias && myRooms().some((room) => room.id === post.room)) {
        store.unread.add(post.room);
        drawList();
    }
}

async function start() {
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    setTheme(localStorage.getItem("slipway-theme") ?? (dark.matches ? "dark" : "light"));
    setLocale(localStorage.getItem("slipway-locale") ?? (navigator.language.startsWith("de") ? "de-DE" : "en-US"));
    await load();
    draw();
    introduce();
    window.addEventListener("hashchange", () => {
        const before = store.me;
        readHash();
        if (before !== store.me) renewPanel();
        draw();
        if (before !== store.me) introduce();
    });
    wide.addEventListener("change", draw);
    listen({
        post: arrived,
        typing: ({ room }) => store.room?.id === room && stream?.busy(),
        traffic: (exchange) => panel?.exchange(exchange),
        clock: setClock,
        again: () => load().then(draw),
        offline: (is) => {
            offline.hidden = !is;
            offline.textContent = t("offline");
        },
    });
}

start();
