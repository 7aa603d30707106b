package io.slipway.sandbox.azuredevops;

import static io.javalin.http.HandlerType.GET;
import static io.slipway.sandbox.azuredevops.ApiVersion.PREVIEW;
import static io.slipway.sandbox.azuredevops.ApiVersion.RELEASED;

import io.slipway.sandbox.world.World;
import java.util.List;
import java.util.Map;

/** Who is connected, the project, its team, and the people under all their ids. */
final class CoreApi {

    private static final String TEAM = "Expenses Team";

    private final Estate estate;
    private final RunViews views;

    CoreApi(Estate estate) {
        this.estate = estate;
        this.views = new RunViews(estate);
    }

    void addTo(Routes routes) {
        routes.lenient(GET, "/connectionData", PREVIEW, this::connection)
                .organization(GET, "/projects", RELEASED, r -> Wire.list(List.of(views.project())))
                .organization(GET, "/projects/{projectId}", RELEASED, this::project)
                .organization(GET, "/projects/{projectId}/teams", RELEASED, r -> {
                    project(r);
                    return Wire.list(List.of(team()));
                })
                .organization(GET, "/projects/{projectId}/teams/{teamId}/members", RELEASED, this::members)
                .organization(GET, "/identities", RELEASED, this::identities);
        addGraphTo(routes);
    }

    private void addGraphTo(Routes routes) {
        routes.organization(
                        GET,
                        "/graph/users",
                        PREVIEW,
                        r -> Wire.list(estate.people.all().stream()
                                .filter(i -> !i.service())
                                .map(this::graphUser)
                                .toList()))
                .organization(GET, "/graph/users/{descriptor}", PREVIEW, r -> graphUser(find(r, "descriptor")))
                .organization(
                        GET,
                        "/graph/descriptors/{storageKey}",
                        RELEASED,
                        r -> new Body()
                                .with("value", find(r, "storageKey").descriptor())
                                .with("_links", new Body()))
                .organization(
                        GET,
                        "/graph/storagekeys/{descriptor}",
                        RELEASED,
                        r -> new Body()
                                .with("value", find(r, "descriptor").id())
                                .with("_links", new Body()));
    }

    private Object connection(Request request) {
        Body user = identity(request.caller());
        return new Body()
                .with("authenticatedUser", user)
                .with("authorizedUser", user)
                .with("instanceId", Names.COLLECTION_ID)
                .with("deploymentId", Names.id("deployment"))
                .with("deploymentType", "hosted")
                .with(
                        "locationServiceData",
                        new Body()
                                .with("serviceOwner", Names.id("service:tfs"))
                                .with("defaultAccessMappingMoniker", "PublicAccessMapping")
                                .with("lastChangeId", 1)
                                .with("lastChangeId64", 1));
    }

    private static Body identity(Identity who) {
        return new Body()
                .with("id", who.id())
                .with("descriptor", claims(who))
                .with("subjectDescriptor", who.descriptor())
                .with("providerDisplayName", who.name())
                .with("isActive", true)
                .with("properties", properties(who))
                .with("resourceVersion", 2)
                .with("metaTypeId", 0);
    }

    private static String claims(Identity who) {
        String kind = who.service()
                ? "Microsoft.VisualStudio.Services.Claims.AadServicePrincipal"
                : "Microsoft.IdentityModel.Claims.ClaimsIdentity";
        return kind + ";" + World.TENANT + "\\" + who.account();
    }

    private static Map<String, Object> properties(Identity who) {
        return new Body()
                .with("Account", new Body().with("$type", "System.String").with("$value", who.account()));
    }

    private Object project(Request request) {
        String id = request.path("projectId");
        if (!id.equalsIgnoreCase(Names.PROJECT) && !id.equalsIgnoreCase(Names.PROJECT_ID)) {
            throw Routes.noProject(id);
        }
        return views.project()
                .with("description", "")
                .with(
                        "defaultTeam",
                        new Body().with("id", Names.TEAM_ID).with("name", TEAM).with("url", teamUrl()))
                .with("_links", new Body().with("web", Wire.href(estate.organization() + "/" + Names.PROJECT)));
    }

    private String teamUrl() {
        return estate.organization() + "/_apis/projects/" + Names.PROJECT_ID + "/teams/" + Names.TEAM_ID;
    }

    private Body team() {
        return new Body()
                .with("id", Names.TEAM_ID)
                .with("name", TEAM)
                .with("url", teamUrl())
                .with("description", "The default project team.")
                .with("projectName", Names.PROJECT)
                .with("projectId", Names.PROJECT_ID);
    }

    private Object members(Request request) {
        project(request);
        return Wire.list(estate.people.all().stream()
                .filter(i -> !i.service())
                .map(i -> new Body().with("isTeamAdmin", false).with("identity", i.ref(estate.organization())))
                .toList());
    }

    /** Looked up by ids, descriptors, or a filter such as {@code searchFilter=MailAddress&filterValue=...}. */
    private Object identities(Request request) {
        List<String> keys = request.queries("identityIds").isEmpty()
                ? request.queries("subjectDescriptors").isEmpty()
                        ? request.queries("descriptors")
                        : request.queries("subjectDescriptors")
                : request.queries("identityIds");
        String filter = request.query("filterValue").orElse("");
        return Wire.list(estate.people.all().stream()
                .filter(i -> keys.isEmpty() || keys.contains(i.id()) || keys.contains(i.descriptor()))
                .filter(i -> filter.isEmpty()
                        || i.account().equalsIgnoreCase(filter)
                        || i.name().equalsIgnoreCase(filter))
                .map(this::full)
                .toList());
    }

    private Body full(Identity who) {
        Map<String, Object> properties = properties(who);
        properties.put("Mail", new Body().with("$type", "System.String").with("$value", who.account()));
        properties.put(
                "http://schemas.microsoft.com/identity/claims/objectidentifier",
                new Body().with("$type", "System.String").with("$value", who.entra()));
        return identity(who)
                .with("isContainer", false)
                .with("members", List.of())
                .with("memberOf", List.of())
                .with("properties", properties);
    }

    private Identity find(Request request, String name) {
        return estate.people
                .find(request.path(name))
                .orElseThrow(() -> new Refusal(
                        404,
                        "Microsoft.VisualStudio.Services.Graph.GraphSubjectNotFoundException",
                        "VS860018: The graph subject with the identifier '" + request.path(name)
                                + "' could not be found."));
    }

    private Body graphUser(Identity who) {
        String url = estate.organization() + "/_apis/graph/users/" + who.descriptor();
        return new Body()
                .with("subjectKind", who.service() ? "servicePrincipal" : "user")
                .when(!who.service(), "metaType", () -> "member")
                .with("domain", World.TENANT)
                .with("principalName", who.account())
                .with("mailAddress", who.service() ? "" : who.account())
                .with("origin", "aad")
                .with("originId", who.entra())
                .with("displayName", who.name())
                .with("_links", new Body().with("self", Wire.href(url)))
                .with("url", url)
                .with("descriptor", who.descriptor());
    }
}
