package io.slipway.alm;

/**
 * Where a stage broke.
 *
 * @param task name of the step that failed, as the pipeline calls it
 * @param line the first error line it printed
 */
public record Failure(String task, String line) {}
