package io.slipway.manifest;

/** The least catalog that a bot starts with; nothing of it is reached before somebody says something. */
final class SmallCatalog {
    static final String TEXT = """
            targets: [{name: test, environment: "https://test.example"}]
            solutions: [{name: A, project: "https://dev.azure.com/a/b", build-pipeline: c, deploy-pipeline: d, targets: [test]}]
            """;

    private SmallCatalog() {}
}
