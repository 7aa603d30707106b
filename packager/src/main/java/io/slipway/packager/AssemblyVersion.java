package io.slipway.packager;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version that a plug-in assembly says of itself, as compilers write it into the file's version resource. The original
 * writes a new identity into the solution; this packager does not, so it says when the two differ.
 */
final class AssemblyVersion {

    private static final int MOST = 32 << 20;
    private static final String LABEL = "Assembly Version";
    private static final Pattern VERSION = Pattern.compile("\\G\\x00{1,4}(\\d+\\.\\d+\\.\\d+\\.\\d+)");
    private static final Pattern DECLARED = Pattern.compile("Version=(\\d+\\.\\d+\\.\\d+\\.\\d+)");

    private AssemblyVersion() {}

    /** What is to be said when the assembly is not the one that the component names. */
    static Optional<String> difference(Path assembly, String fullName) throws IOException {
        Matcher declared = DECLARED.matcher(fullName);
        if (Files.size(assembly) > MOST || !declared.find()) {
            return Optional.empty();
        }
        String version = declared.group(1);
        return of(Files.readAllBytes(assembly))
                .filter(real -> !real.equals(version))
                .map(real -> "is version " + real + ", but the component says " + version
                        + "; the identity is not rewritten here, so register the new version in dev and export again");
    }

    private static Optional<String> of(byte[] bytes) {
        for (int parity = 0; parity < 2; parity++) {
            String text = new String(bytes, parity, bytes.length - parity, StandardCharsets.UTF_16LE);
            int at = text.indexOf(LABEL);
            Matcher version = VERSION.matcher(text);
            if (at >= 0 && version.find(at + LABEL.length())) {
                return Optional.of(version.group(1));
            }
        }
        return Optional.empty();
    }
}
