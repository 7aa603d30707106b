package io.slipway.cards;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives each Action.Execute an Action.Submit for clients that do not know it. Its data is the same with the verb among
 * it, so that both mean the same press.
 */
final class Fallbacks {
    private Fallbacks() {}

    static void add(JsonNode node) {
        node.forEach(Fallbacks::add);
        if (node instanceof ObjectNode action && isExecute(action)) {
            ObjectNode submit = action.putObject("fallback");
            submit.put("type", "Action.Submit");
            submit.set("title", action.get("title"));
            for (String same : new String[] {"style", "tooltip", "associatedInputs"}) {
                if (action.has(same)) {
                    submit.set(same, action.get(same));
                }
            }
            ObjectNode data = submit.putObject("data");
            data.put("verb", action.get("verb").stringValue());
            action.path("data").properties().forEach(p -> data.set(p.getKey(), p.getValue()));
        }
    }

    /** What refreshes a card by itself has no button, so nothing can stand in for it. */
    private static boolean isExecute(ObjectNode action) {
        return action.path("type").asString("").equals("Action.Execute") && action.has("title");
    }
}
