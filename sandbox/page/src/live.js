/** Hears what happens in the sandbox. After an interruption everything is loaded anew, so that nothing is missed. */
export function listen(handlers) {
    const source = new EventSource("sandbox/events");
    let interrupted = false;
    source.addEventListener("open", () => {
        handlers.offline(false);
        if (interrupted) handlers.again();
        interrupted = false;
    });
    // Browser tests wait for it before they let something happen.
    source.addEventListener("hello", () => (document.documentElement.dataset.hears = "true"));
    source.addEventListener("error", () => {
        interrupted = true;
        handlers.offline(true);
        if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(handlers), 1500);
    });
    for (const name of ["post", "typing", "traffic", "clock"]) {
        source.addEventListener(name, (event) => handlers[name](JSON.parse(event.data)));
    }
}
