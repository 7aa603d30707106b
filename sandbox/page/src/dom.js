/** Makes an element: h("button", { class: "x", onclick: f, "aria-label": "y" }, "text", child). */
export function h(tag, props = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(props)) {
        if (value === undefined || value === null || (value === false && !name.startsWith("aria-"))) continue;
        if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
        else if (name === "value" || name === "checked") element[name] = value;
        else element.setAttribute(name, value === true && !name.startsWith("aria-") ? "" : value);
    }
    element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
    return element;
}

const ICONS = {
    chat: "M4 4h16v12H9l-5 4z",
    team: "M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zm8 0a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM3 19c0-3 2-5.5 5-5.5s5 2.5 5 5.5zM15 19h6c0-3-2-5-4.5-5",
    send: "M3 4l18 8-18 8 3-8zm3 8h8",
    more: "M5 12h.01M12 12h.01M19 12h.01",
    sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.5 1.5M17.5 17.5L19 19M5 19l1.5-1.5M17.5 6.5L19 5",
    moon: "M20 14.5A8 8 0 0 1 9.5 4 8 8 0 1 0 20 14.5z",
    wrench: "M14.5 6.5a4 4 0 0 1 5-1l-2.5 2.5 1 2 2 1 2-2.5a4 4 0 0 1-5.5 4.5L9 20.5 5.5 17l7.5-7a4 4 0 0 1 1.5-3.5z",
    back: "M15 5l-7 7 7 7",
    close: "M6 6l12 12M18 6L6 18",
    plus: "M12 5v14M5 12h14",
    reply: "M10 7L4 12l6 5v-3.5c5 0 8 1 10 4.5 0-6-4-9-10-9z",
    spark: "M12 3l2 6 6 2-6 2-2 6-2-6-6-2 6-2z",
    alert: "M12 8v5M12 16.5v.01M12 3l9.5 17h-19z",
    check: "M5 12.5l5 5 9-10",
};

/** A line icon; decoration only, so that screen readers pass it by. */
export function icon(name) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("class", "icon");
    svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", ICONS[name]);
    svg.append(path);
    return svg;
}

const COLORS = ["#c239b3", "#0f7b6c", "#b5560c", "#4f52b2", "#986f0b", "#a4262c"];

export function avatar(person) {
    if (person.alias === "slipway") {
        return h("span", { class: "avatar bot", "aria-hidden": "true" }, h("img", { src: "icon.svg", alt: "" }));
    }
    const initials = person.name.split(" ").map((word) => word[0]).join("");
    const color = COLORS[[...person.name].reduce((sum, letter) => (sum * 7 + letter.charCodeAt(0)) % 9973, 0) % COLORS.length];
    return h("span", { class: "avatar", style: `background:${color}`, "aria-hidden": "true" }, initials);
}
