package io.slipway.sandbox.dataverse;

import io.slipway.sandbox.dataverse.SolutionFile.Manifest;
import io.slipway.sandbox.dataverse.SolutionFile.Missing;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a solution may go into an environment as it is now. */
final class ImportRules {

    private final Environment environment;

    ImportRules(Environment environment) {
        this.environment = environment;
    }

    /** Why an import fails, in the words of the service. */
    record Failure(String code, String text) {

        int decimal() {
            return (int) Long.parseLong(code.substring(2), 16);
        }
    }

    Optional<Failure> check(SolutionFile file, boolean upgrade) {
        return mismatch(file.manifest())
                .or(() -> upgrade ? notHigher(file.manifest()) : Optional.empty())
                .or(() -> missingDependencies(file));
    }

    List<Missing> missing(SolutionFile file) {
        return file.missing().stream().filter(m -> !there(m.solution())).toList();
    }

    private Optional<Failure> mismatch(Manifest manifest) {
        return installed(manifest.uniqueName()).flatMap(row -> {
            boolean managed = Boolean.TRUE.equals(row.get("ismanaged"));
            if (managed == manifest.managed()) {
                return Optional.empty();
            }
            return Optional.of(
                    managed
                            ? new Failure(
                                    "0x80048038",
                                    "Solution '" + manifest.uniqueName()
                                            + "' already exists in this system as managed and cannot be upgraded.")
                            : new Failure(
                                    "0x80048040",
                                    "The solution is already installed on this system as an unmanaged solution and the"
                                            + " package supplied is attempting to install it in managed mode. Import"
                                            + " can only update solutions when the modes match. Uninstall the current"
                                            + " solution and try again."));
        });
    }

    /** An update may go back, an upgrade may not; code and words of this refusal are not confirmed by a source. */
    private Optional<Failure> notHigher(Manifest manifest) {
        return installed(manifest.uniqueName())
                .map(row -> String.valueOf(row.get("version")))
                .filter(there -> compare(manifest.version(), there) <= 0)
                .map(there -> new Failure(
                        "0x80048033",
                        "An error occurred while importing a Solution. The version " + manifest.version()
                                + " of solution '" + manifest.uniqueName()
                                + "' must be higher than the installed version " + there + " for an upgrade."));
    }

    private Optional<Failure> missingDependencies(SolutionFile file) {
        List<Missing> missing = missing(file);
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder xml = new StringBuilder("<MissingDependencies>");
        missing.forEach(m -> xml.append("<MissingDependency><Required type=\"")
                .append(m.requiredType())
                .append("\" schemaName=\"")
                .append(ImportReport.escape(m.requiredSchemaName()))
                .append("\" displayName=\"")
                .append(ImportReport.escape(m.requiredName()))
                .append("\" solution=\"")
                .append(ImportReport.escape(m.solution()))
                .append("\" /><Dependent type=\"")
                .append(m.dependentType())
                .append("\" displayName=\"")
                .append(ImportReport.escape(m.dependentName()))
                .append("\" /></MissingDependency>"));
        return Optional.of(new Failure(
                "0x8004801D",
                "The following solution cannot be imported: " + file.manifest().uniqueName()
                        + ". Some dependencies are missing. " + xml.append("</MissingDependencies>")));
    }

    private boolean there(String solution) {
        String name = solution.replaceAll("\\s*\\(.*", "");
        return name.equals("System")
                || name.equals("Basic")
                || name.startsWith("msdyn")
                || name.startsWith("Microsoft")
                || installed(name).isPresent();
    }

    private Optional<Map<String, @Nullable Object>> installed(String uniqueName) {
        return environment.rows().first("solutions", "uniquename", uniqueName);
    }

    static int compare(String left, String right) {
        int[] a = Arrays.stream(left.split("\\.")).mapToInt(Integer::parseInt).toArray();
        int[] b = Arrays.stream(right.split("\\.")).mapToInt(Integer::parseInt).toArray();
        return Arrays.compare(Arrays.copyOf(a, 4), Arrays.copyOf(b, 4));
    }
}
