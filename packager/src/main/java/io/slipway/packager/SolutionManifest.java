package io.slipway.packager;

import io.slipway.packager.xml.XmlSource;
import java.util.Set;

/**
 * What {@code solution.xml} says of the solution as a whole.
 *
 * @param uniqueName the name that upgrades go by
 * @param version four numbers
 * @param managed 0 unmanaged, 1 managed, 2 a tree of both
 */
public record SolutionManifest(String uniqueName, String version, int managed) {

    private static final Set<String> WANTED = Set.of("UniqueName", "Version", "Managed");

    /** Reads the manifest from its document, which is left where the third value was found. */
    public static SolutionManifest read(XmlSource in) {
        String[] values = {"", "", ""};
        in.root();
        while (in.nextChild()) {
            if (in.name().equals("SolutionManifest")) {
                children(in, values);
                return of(in, values);
            }
            in.skip();
        }
        throw refused(in, "has no SolutionManifest");
    }

    /** The platform's word for the package type. */
    public String type() {
        return switch (managed) {
            case 0 -> "unmanaged";
            case 1 -> "managed";
            default -> "both";
        };
    }

    private static void children(XmlSource in, String[] values) {
        int found = 0;
        while (found < WANTED.size() && in.nextChild()) {
            String name = in.name();
            if (WANTED.contains(name)) {
                found++;
                int index = name.equals("UniqueName") ? 0 : name.equals("Version") ? 1 : 2;
                values[index] = in.text().strip();
            } else {
                in.skip();
            }
        }
    }

    private static SolutionManifest of(XmlSource in, String[] values) {
        if (!Set.of("0", "1", "2").contains(values[2])) {
            throw refused(in, "does not say whether the solution is managed");
        }
        if (values[0].isEmpty()) {
            throw refused(in, "has no unique name");
        }
        return new SolutionManifest(values[0], values[1], Integer.parseInt(values[2]));
    }

    private static PackagerException refused(XmlSource in, String problem) {
        return new PackagerException(in.file(), "", problem, "Choose the zip that an export gave.");
    }
}
