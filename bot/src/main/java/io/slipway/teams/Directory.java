package io.slipway.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.schema.Activity;

/**
 * Listens to people of our own directory only: whoever knows the bot's id can put it into an app package of their own
 * and talk to it from another one, with tokens of the Bot Framework that are as good as ours.
 */
record Directory(String tenant) {

    /** Refuses what comes from another directory, or does not say from which. */
    void covers(Activity activity) {
        if (!tenant.isEmpty() && !tenant.equalsIgnoreCase(of(activity))) {
            throw new Unwelcome(403, "it comes from another directory");
        }
    }

    private static String of(Activity activity) {
        JsonNode data = Arrivals.json(activity.getChannelData());
        String told = TeamsJson.text(data.path("tenant").path("id"));
        boolean inConversation = told.isEmpty() && activity.getConversation() != null;
        return inConversation ? String.valueOf(activity.getConversation().getTenantId()) : told;
    }
}
