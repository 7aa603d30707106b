package io.slipway.sandbox.azuredevops.yaml;

/** A pipeline that Azure Pipelines, or this imitation of it, cannot run; the message says file, line and column. */
public final class PipelineSyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PipelineSyntaxException(String message) {
        super(message);
    }
}
