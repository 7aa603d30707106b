// Stands in for the Teams JavaScript library on pages that are opened from the chat page: the two calls a sign-in needs,
// over the same messages between windows as the real one.
(function () {
    "use strict";
    let next = 0;
    const waiting = new Map();
    const host = window.opener || (window.parent !== window ? window.parent : null);

    window.addEventListener("message", (event) => {
        if (event.source === host && event.data && waiting.has(event.data.id)) {
            waiting.get(event.data.id)(event.data.args);
            waiting.delete(event.data.id);
        }
    });

    function call(func, args) {
        return new Promise((resolve) => {
            const id = next++;
            waiting.set(id, resolve);
            host?.postMessage({ id, func, args, timestamp: Date.now() }, "*");
        });
    }

    window.microsoftTeams = {
        app: { initialize: () => call("initialize", ["2.0.0"]) },
        authentication: {
            notifySuccess: (result) => void call("authentication.authenticate.success", [result]),
            notifyFailure: (reason) => void call("authentication.authenticate.failure", [reason]),
        },
    };
})();
