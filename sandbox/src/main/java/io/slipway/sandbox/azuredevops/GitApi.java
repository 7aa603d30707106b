package io.slipway.sandbox.azuredevops;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;
import static io.slipway.sandbox.azuredevops.ApiVersion.RELEASED;

import io.slipway.sandbox.azuredevops.Routes.Raw;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jgit.revwalk.RevCommit;

/** The repository over REST: what one reads without cloning it. */
final class GitApi {

    private static final String REPOSITORY = "/git/repositories/{repositoryId}";
    private static final String PACKAGE = "Microsoft.TeamFoundation.Git.Server.";

    private final Estate estate;
    private final GitViews views;

    GitApi(Estate estate) {
        this.estate = estate;
        this.views = new GitViews(estate);
    }

    void addTo(Routes routes) {
        routes.project(GET, "/git/repositories", RELEASED, r -> Wire.list(List.of(views.repository())))
                .organization(GET, "/git/repositories", RELEASED, r -> Wire.list(List.of(views.repository())))
                .project(GET, REPOSITORY, RELEASED, r -> repository(r, views.repository()))
                .project(GET, REPOSITORY + "/refs", RELEASED, r -> repository(r, refs(r)))
                .project(GET, REPOSITORY + "/commits", RELEASED, r -> repository(r, commits(r)))
                .project(GET, REPOSITORY + "/commits/{commitId}", RELEASED, r -> repository(r, commit(r)))
                .project(GET, REPOSITORY + "/items", RELEASED, r -> repository(r, item(r)))
                .project(GET, REPOSITORY + "/pushes", RELEASED, r -> repository(r, pushes()))
                .project(POST, REPOSITORY + "/pushes", RELEASED, r -> {
                    throw new Refusal(
                            501,
                            PACKAGE + "GitNotImplementedException",
                            "The sandbox takes pushes over Git's own protocol only.");
                });
    }

    private static Object repository(Request request, Object answer) {
        String id = request.path("repositoryId");
        if (!id.equalsIgnoreCase(Names.REPOSITORY) && !id.equalsIgnoreCase(Names.REPOSITORY_ID)) {
            throw new Refusal(
                    404,
                    PACKAGE + "GitRepositoryNotFoundException",
                    "TF401019: The Git repository with name or identifier " + id
                            + " does not exist or you do not have permissions for the operation you are attempting.");
        }
        return answer;
    }

    private Object refs(Request request) {
        String prefix = "refs/" + request.query("filter").orElse("");
        Identity creator = estate.people.all().getFirst();
        return Wire.list(estate.git.refs(prefix).entrySet().stream()
                .map(ref -> new Body()
                        .with("name", ref.getKey())
                        .with("objectId", ref.getValue())
                        .with("creator", creator.ref(estate.organization()))
                        .with(
                                "url",
                                views.repositoryUrl() + "/refs?filter="
                                        + ref.getKey().substring(5)))
                .toList());
    }

    private Object commits(Request request) {
        String version = version(request, "searchCriteria.itemVersion.");
        int top = request.count("$top", request.count("searchCriteria.$top", 100));
        RevCommit from = estate.git.commit(version).orElseThrow(() -> noVersion(version));
        return Wire.list(estate.git.log(from, top).stream().map(views::commit).toList());
    }

    private Object commit(Request request) {
        String id = request.path("commitId");
        return estate.git
                .commit(id)
                .map(views::commit)
                .orElseThrow(() -> new Refusal(
                        404,
                        PACKAGE + "GitCommitDoesNotExistException",
                        "TF401175: The version descriptor <Commit: " + id
                                + "> could not be resolved to a version in the repository " + Names.REPOSITORY));
    }

    private Object item(Request request) {
        String version = version(request, "versionDescriptor.");
        RevCommit commit = estate.git.commit(version).orElseThrow(() -> noVersion(version));
        String scope = request.query("path").orElse("");
        if (scope.isEmpty()) {
            return Wire.list(estate.git.paths(commit).stream()
                    .map(path -> view(commit, "/" + path))
                    .toList());
        }
        byte[] content = estate.git
                .read(commit, scope)
                .orElseThrow(() -> new Refusal(
                        404,
                        PACKAGE + "GitItemNotFoundException",
                        "TF401174: The item '" + scope + "' could not be found in the repository '" + Names.REPOSITORY
                                + "' at the version specified by '" + version + "'."));
        boolean json = String.valueOf(request.http().header("Accept")).contains("application/json")
                || request.query("$format").orElse("").equalsIgnoreCase("json");
        if (!json) {
            return new Raw("application/octet-stream", content);
        }
        return view(commit, scope)
                .when(
                        request.query("includeContent").orElse("").equalsIgnoreCase("true"),
                        "content",
                        () -> new String(content, StandardCharsets.UTF_8));
    }

    private Body view(RevCommit commit, String path) {
        return new Body()
                .with("objectId", commit.getTree().name())
                .with("gitObjectType", "blob")
                .with("commitId", commit.name())
                .with("path", path)
                .with("url", views.repositoryUrl() + "/items" + path + "?versionType=Commit&version=" + commit.name());
    }

    private Object pushes() {
        return Wire.list(estate.pushes.reversed().stream()
                .map(push -> new Body()
                        .with("pushId", push.id())
                        .with("date", Wire.time(push.at()))
                        .with("pushedBy", push.by().ref(estate.organization()))
                        .with("url", views.repositoryUrl() + "/pushes/" + push.id()))
                .toList());
    }

    private static String version(Request request, String prefix) {
        String name = request.query(prefix + "version").orElse("main");
        return switch (request.query(prefix + "versionType").orElse("branch")) {
            case "commit" -> name;
            case "tag" -> "refs/tags/" + name;
            default -> "refs/heads/" + name;
        };
    }

    private static Refusal noVersion(String version) {
        return new Refusal(
                404,
                PACKAGE + "GitUnresolvableToCommitException",
                "TF401175: The version descriptor <" + version
                        + "> could not be resolved to a version in the repository " + Names.REPOSITORY);
    }
}
