package io.slipway.sandbox.azuredevops;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The fixed names and ids of the imitated organization. */
final class Names {

    static final String ORGANIZATION = "contoso";
    static final String PROJECT = "Expenses";
    static final String REPOSITORY = "expenses";
    static final String MAIN = "refs/heads/main";
    static final String PROJECT_ID = id("project");
    static final String COLLECTION_ID = id("collection");
    static final String REPOSITORY_ID = id("repository");
    static final String TEAM_ID = id("team");
    static final List<Pipeline> PIPELINES = List.of(
            new Pipeline(1, "expenses-build", "/pipelines/expenses-build.yml"),
            new Pipeline(2, "expenses-deploy", "/pipelines/expenses-deploy.yml"));
    static final List<Environment> ENVIRONMENTS = List.of(new Environment(1, "test"), new Environment(2, "prod"));

    private Names() {}

    /** A pipeline and where its YAML lies in the repository. */
    record Pipeline(int id, String name, String path) {}

    /** An environment of Azure Pipelines. */
    record Environment(int id, String name) {}

    /** An id that is the same at every start. */
    static String id(String what) {
        return UUID.nameUUIDFromBytes(("azuredevops:" + what).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    static Optional<Pipeline> pipeline(int id) {
        return PIPELINES.stream().filter(p -> p.id() == id).findFirst();
    }

    static Optional<Pipeline> pipeline(String name) {
        return PIPELINES.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    static Optional<Environment> environment(String name) {
        return ENVIRONMENTS.stream().filter(e -> e.name().equals(name)).findFirst();
    }

    static Optional<Environment> environment(int id) {
        return ENVIRONMENTS.stream().filter(e -> e.id() == id).findFirst();
    }
}
