package io.slipway.packager.inventory;

import java.util.List;
import java.util.Map;

/** The kinds of components in the order in which a reader wants to hear of them. */
final class Kinds {

    static final String TABLE = "table";
    static final String COLUMN = "column";
    static final String RELATIONSHIP = "relationship";
    static final String FORM = "form";
    static final String VIEW = "view";
    static final String CHART = "chart";
    static final String RIBBON = "command bar";
    static final String CHOICE = "choice";
    static final String CLOUD_FLOW = "cloud flow";
    static final String CANVAS = "canvas app";
    static final String APP = "model-driven app";
    static final String SITE_MAP = "site map";
    static final String WEB_RESOURCE = "web resource";
    static final String ROLE = "security role";
    static final String COLUMN_SECURITY = "column security profile";
    static final String VARIABLE = "environment variable";
    static final String CONNECTION = "connection reference";

    private static final List<String> ORDER =
            List.of(TABLE, COLUMN, RELATIONSHIP, CHOICE, FORM, VIEW, CHART, RIBBON, APP, SITE_MAP, CANVAS, CLOUD_FLOW);

    private static final Map<String, Integer> NUMBERS =
            Map.of(CHOICE, 9, RELATIONSHIP, 10, ROLE, 20, COLUMN_SECURITY, 70, VARIABLE, 380);

    private Kinds() {}

    /** The platform's number; 0 for kinds whose number differs from environment to environment. */
    static int number(String kind) {
        return NUMBERS.getOrDefault(kind, 0);
    }

    static int rank(String kind) {
        int at = ORDER.indexOf(kind);
        return at < 0 ? ORDER.size() : at;
    }
}
