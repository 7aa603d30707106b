package io.slipway.sandbox.azuredevops;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.OPTIONS;
import static io.slipway.sandbox.azuredevops.ApiVersion.PREVIEW;

import java.util.List;

/** Tells clients such as azure-devops-node-api where operations are, by their well-known ids. */
final class LocationApi {

    private static final String PROJECT = "{project}/_apis/{area}/{resource}";
    private static final String BUILD = PROJECT + "/{buildId}/";
    private static final String GIT = PROJECT + "/{repositoryId}/";

    private static final List<Location> LOCATIONS = List.of(
            new Location(
                    "Location", "ResourceAreas", "e81700f7-3be2-46de-8624-2eb35882fcaa", "_apis/{resource}/{areaId}"),
            new Location("Location", "ConnectionData", "00d9565f-ed9c-4a06-9a50-00e7896ccab4", "_apis/{resource}"),
            new Location("core", "projects", "603fe2ac-9723-48b9-88ad-09305aa6c6e1", "_apis/{resource}/{*projectId}"),
            new Location(
                    "core",
                    "teams",
                    "d30a3dd1-f8ba-442a-b86a-bd0c0c383e59",
                    "_apis/projects/{projectId}/{resource}/{*teamId}"),
            new Location(
                    "core",
                    "members",
                    "294c494c-2600-4d7e-b76c-3dd50c3c95be",
                    "_apis/projects/{projectId}/teams/{teamId}/{resource}"),
            new Location("build", "builds", "0cd358e1-9217-4d94-8269-1c1ee6f93dcf", PROJECT + "/{buildId}"),
            new Location("build", "definitions", "dbeaf647-6167-421a-bda9-c9327b25e2e6", PROJECT + "/{definitionId}"),
            build("timeline", "8baac422-4c6e-4de5-8532-db96d92acffa", "{resource}/{timelineId}"),
            build("logs", "35a80daf-7f30-45fc-86e8-6b813d9c90df", "{resource}/{logId}"),
            build("artifacts", "1db06c96-014e-44e1-ac91-90b2d4b3e984", "{resource}"),
            build("stages", "b8aac6c9-744b-46e1-88fc-3550969f9313", "{resource}/{stageRefName}"),
            build("changes", "54572c7b-bbd3-45d4-80dc-28be08941620", "{resource}"),
            build("workitems", "5a21f5d2-5642-47e4-a0bd-1356e6731bee", "{resource}"),
            build("tags", "6e6114b2-8161-44c8-8f6c-c5505782427f", "{resource}/{*tag}"),
            new Location(
                    "pipelines",
                    "pipelines",
                    "28e1305e-2afe-47bf-abaf-cbb0e6a91988",
                    "{project}/_apis/{resource}/{pipelineId}"),
            new Location(
                    "pipelines",
                    "runs",
                    "7859261e-d2e9-4a68-b820-a5d84cc5bb3d",
                    "{project}/_apis/pipelines/{pipelineId}/{resource}/{runId}"),
            new Location(
                    "pipelines",
                    "preview",
                    "53df2d18-29ea-46a9-bee0-933540f80abf",
                    "{project}/_apis/pipelines/{pipelineId}/{resource}"),
            new Location("git", "repositories", "225f7195-f9c7-4d14-ab28-a83f7ff77e1f", PROJECT + "/{repositoryId}"),
            git("refs", "2d874a60-a811-4f62-9c9f-963a6ea0a55b", "{resource}/{*filter}"),
            git("items", "fb93c0db-47ed-4a31-8c20-47552878fb44", "{resource}/{*path}"),
            git("commits", "c2570c3b-5b3f-41b8-98bf-5407bfde8d58", "{resource}/{commitId}"),
            git("pushes", "ea98d07b-3c87-4971-8ede-a613694ffb55", "{resource}/{pushId}"));

    private record Location(String area, String resource, String id, String template) {}

    private static Location build(String resource, String id, String rest) {
        return new Location("build", resource, id, BUILD.replace("{resource}", "builds") + rest);
    }

    private static Location git(String resource, String id, String rest) {
        return new Location("git", resource, id, GIT.replace("{resource}", "repositories") + rest);
    }

    void addTo(Routes routes) {
        routes.lenient(GET, "/ResourceAreas", PREVIEW, r -> Wire.list(List.of()))
                .unversioned(OPTIONS, "/{area}", this::area)
                .unversioned(
                        OPTIONS,
                        "",
                        r -> Wire.list(LOCATIONS.stream().map(LocationApi::view).toList()));
    }

    private Object area(Request request) {
        String area = request.path("area");
        return Wire.list(LOCATIONS.stream()
                .filter(l -> l.area().equalsIgnoreCase(area))
                .map(LocationApi::view)
                .toList());
    }

    private static Body view(Location location) {
        boolean preview = location.area().equals("Location");
        return new Body()
                .with("id", location.id())
                .with("area", location.area())
                .with("resourceName", location.resource())
                .with("routeTemplate", location.template())
                .with("resourceVersion", 7)
                .with("minVersion", "1.0")
                .with("maxVersion", "7.2")
                .with("releasedVersion", preview ? "0.0" : "7.1");
    }
}
