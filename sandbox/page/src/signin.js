/**
 * Opens the bot's sign-in page in a window of its own and waits for the code that it hands back, by the messages of the
 * Teams JavaScript library. Returns how to stop waiting.
 */
export function openSignIn(url, onCode) {
    const popup = window.open(url, "slipway-sign-in", "popup,width=520,height=640");
    function hear(event) {
        if (!popup || event.source !== popup || typeof event.data !== "object" || event.data === null) return;
        const { id, uuid, func, args = [] } = event.data;
        if (func === "initialize") {
            popup.postMessage({ id, uuid, args: ["authentication", "web", "{}", "2.0.0"] }, event.origin);
        } else if (func === "authentication.authenticate.success") {
            stop();
            popup.close();
            onCode(String(args[0] ?? ""));
        } else if (func === "authentication.authenticate.failure") {
            stop();
        } else if (id !== undefined) {
            popup.postMessage({ id, uuid, args: [] }, event.origin);
        }
    }
    function stop() {
        window.removeEventListener("message", hear);
    }
    window.addEventListener("message", hear);
    return stop;
}
