import { api } from "./api.js";
import { speak } from "./words.js";

/** What the page knows; views listen for what concerns them. */
export const store = {
    people: [], rooms: [], posts: new Map(), commands: [], team: "", clockOffset: 0,
    me: null, room: null, theme: "light", locale: "en-US", unread: new Set(), typing: new Map(),
};

const listeners = new Map();

export function on(event, listener) {
    listeners.set(event, [...(listeners.get(event) ?? []), listener]);
}

export function emit(event, ...args) {
    (listeners.get(event) ?? []).forEach((listener) => listener(...args));
}

export function person(alias) {
    return alias === "slipway" ? { alias, name: "Slipway", role: "" } : store.people.find((p) => p.alias === alias);
}

/** Channels, and my own chat. */
export function myRooms() {
    return store.rooms.filter((room) => !room.person || room.person === store.me.alias);
}

export function roomKey(room) {
    return room.person ? "personal" : room.name.toLowerCase();
}

export function postsIn(roomId) {
    return [...(store.posts.get(roomId)?.values() ?? [])];
}

export function keep(post) {
    if (!store.posts.has(post.room)) store.posts.set(post.room, new Map());
    const room = store.posts.get(post.room);
    const known = room.get(post.id);
    room.set(post.id, post);
    return known;
}

export async function load() {
    const state = await api.state();
    Object.assign(store, { people: state.people, rooms: state.rooms, commands: state.commands, team: state.team });
    store.posts.clear();
    state.posts.forEach(keep);
    setClock(state.clock);
    readHash();
}

export function setClock(clock) {
    store.clockOffset = Date.parse(clock.now) - Date.now();
}

/** The address names who I am and where: #mia/releases. So each tab can be somebody else, and a reload changes nothing. */
export function readHash() {
    const [alias, key] = location.hash.slice(1).split("/");
    store.me = store.people.find((p) => p.alias === alias) ?? store.people[0];
    store.room = myRooms().find((room) => roomKey(room) === key) ?? null;
}

export function go(alias, key) {
    location.hash = key ? `${alias}/${key}` : alias;
}

export function setTheme(theme) {
    store.theme = theme;
    document.documentElement.dataset.theme = theme;
}

export function setLocale(locale) {
    store.locale = locale;
    speak(locale);
}
