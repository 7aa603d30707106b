package io.slipway.onboarding;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** One entry of a list of the catalog while it is read: what is wrong with it is noted, and reading goes on. */
final class CatalogEntry {

    private final String where;
    private final Map<?, ?> fields;
    private final List<String> faults;

    CatalogEntry(String where, Object entry, List<String> faults) {
        this.where = where;
        this.faults = faults;
        this.fields = entry instanceof Map<?, ?> map ? map : Map.of();
        if (!(entry instanceof Map)) {
            fault("is no entry with names and values");
        }
    }

    /** Refuses names that it has no use for: they are slips of the finger. */
    void only(Collection<String> known) {
        fields.keySet().stream()
                .map(String::valueOf)
                .filter(name -> !known.contains(name))
                .forEach(name -> fault("has “" + name + "”, which means nothing; there are " + known));
    }

    String text(String name) {
        Object value = fields.get(name);
        if (value instanceof Map
                || value instanceof Collection
                || value == null
                || value.toString().isBlank()) {
            fault("has no " + name);
            return "";
        }
        return value.toString().strip();
    }

    /** A name that people type: no space and no slash, as it becomes part of the names of locks and requests. */
    String word(String name) {
        String text = text(name);
        if (!text.isEmpty() && !text.matches("[\\p{L}\\p{N}_.-]{1,60}")) {
            fault(name + " “" + text + "” may have letters, digits, dot, hyphen and underscore only");
        }
        return text;
    }

    /** Something said, or what stands for it. */
    String textOr(String name, String other) {
        return fields.containsKey(name) ? text(name) : other;
    }

    URI address(String name) {
        String text = text(name).replaceAll("/+$", "");
        try {
            URI address = new URI(text.replace(" ", "%20"));
            boolean good =
                    List.of("http", "https").contains(String.valueOf(address.getScheme())) && address.getHost() != null;
            if (!good && !text.isEmpty()) {
                fault(name + " “" + text + "” is no address that begins with https://");
            }
            return address;
        } catch (URISyntaxException e) {
            fault(name + " “" + text + "” is no address");
            return URI.create("");
        }
    }

    List<String> texts(String name) {
        if (fields.get(name) instanceof Collection<?> values && !values.isEmpty()) {
            return values.stream().map(String::valueOf).toList();
        }
        fault("has no list of " + name);
        return List.of();
    }

    void fault(String what) {
        faults.add(where + " " + what + ".");
    }
}
