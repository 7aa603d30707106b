package io.slipway.azuredevops;

import io.slipway.alm.Project;
import io.slipway.ports.Projects;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Understands addresses of projects, old and new, and asks whether the project is there. */
final class AzureProjects implements Projects {

    private static final String OLD_CLOUD = ".visualstudio.com";
    private final AzureDevOps azure;

    record Found(@Nullable String id, @Nullable String name) {}

    AzureProjects(AzureDevOps azure) {
        this.azure = azure;
    }

    @Override
    public Optional<Project> find(String address) {
        return parse(address)
                .filter(project -> azure.home(project.organization()))
                .flatMap(project -> look(project)
                        .map(found -> new Project(
                                project.organization(), found.name() == null ? project.name() : found.name())));
    }

    /** The project's id and real name. */
    Optional<Found> look(Project project) {
        return azure.read(AzureDevOps.over(project, "projects", project.name())).find(Found.class);
    }

    /** The project that an address speaks of, whether or not it exists. */
    static Optional<Project> parse(String address) {
        String text = address.strip().replaceAll("^[<(\"']+|[>)\"']+$", "");
        try {
            URI uri = new URI(text.replace(" ", "%20"));
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? parse(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<Project> parse(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        List<String> path = Arrays.stream(uri.getRawPath().split("/"))
                .filter(segment -> !segment.isEmpty() && !segment.equalsIgnoreCase("DefaultCollection"))
                .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
        String port = uri.getPort() == -1 ? "" : ":" + uri.getPort();
        if (host.endsWith(OLD_CLOUD)) {
            String organization = host.substring(0, host.length() - OLD_CLOUD.length());
            return project("https://dev.azure.com", organization, path, 0);
        }
        return path.isEmpty()
                ? Optional.empty()
                : project(uri.getScheme().toLowerCase(Locale.ROOT) + "://" + host + port, path.getFirst(), path, 1);
    }

    private static Optional<Project> project(String home, String organization, List<String> path, int at) {
        boolean named = path.size() > at && !path.get(at).startsWith("_");
        return named && organization.matches("[A-Za-z0-9][A-Za-z0-9-]*")
                ? Optional.of(new Project(URI.create(home + "/" + organization), path.get(at)))
                : Optional.empty();
    }
}
