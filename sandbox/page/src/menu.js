import { h } from "./dom.js";

/** A small menu under a button: arrows move, Escape closes, focus goes back to where it was. */
export function openMenu(button, entries) {
    const items = entries.map((entry) => h("button", {
        type: "button", role: entry.checked === undefined ? "menuitem" : "menuitemradio", "aria-checked": entry.checked,
        "data-testid": entry.id,
        onclick: () => {
            close();
            entry.run();
        },
    }, entry.before, h("span", {}, entry.text, entry.hint ? h("small", {}, entry.hint) : null)));
    const menu = h("div", { class: "menu", role: "menu", "data-testid": "menu", onkeydown: keys }, items);
    const place = button.getBoundingClientRect();
    menu.style.top = `${place.bottom + 4}px`;
    menu.style.right = `${Math.max(8, window.innerWidth - place.right)}px`;
    document.body.append(menu);
    const room = menu.getBoundingClientRect();
    if (room.bottom > window.innerHeight) menu.style.top = `${Math.max(8, place.top - room.height - 4)}px`;
    if (room.left < 8) menu.style.right = `${Math.max(8, window.innerWidth - room.width - 8)}px`;
    items[0]?.focus();
    setTimeout(() => document.addEventListener("pointerdown", outside));

    function keys(event) {
        const at = items.indexOf(document.activeElement);
        if (event.key === "ArrowDown") items[(at + 1) % items.length].focus();
        else if (event.key === "ArrowUp") items[(at + items.length - 1) % items.length].focus();
        else if (event.key === "Escape" || event.key === "Tab") close();
        else return;
        event.preventDefault();
    }
    function outside(event) {
        if (!menu.contains(event.target)) close();
    }
    function close() {
        document.removeEventListener("pointerdown", outside);
        menu.remove();
        button.focus();
    }
}
