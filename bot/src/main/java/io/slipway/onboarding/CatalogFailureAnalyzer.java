package io.slipway.onboarding;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows what is wrong with the catalog in place of a stack trace. */
final class CatalogFailureAnalyzer extends AbstractFailureAnalyzer<CatalogFaults> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, CatalogFaults faults) {
        return new FailureAnalysis(
                faults.getMessage(),
                "Mend the file named by slipway.catalog and start again. It has two lists: solutions (name, title,"
                        + " project, build-pipeline, deploy-pipeline, targets) and targets (name, title, environment,"
                        + " stage).",
                faults);
    }
}
