package io.slipway.onboarding;

import java.util.List;

/** The catalog cannot be used; says everything that is wrong with it at once. */
final class CatalogFaults extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CatalogFaults(Object file, List<String> faults) {
        super("The catalog " + file + " cannot be used:\n - " + String.join("\n - ", faults));
    }
}
