package io.slipway.alm;

/**
 * Names one run of a pipeline.
 *
 * @param id the number of the run, which is also its build id
 */
public record RunRef(Project project, int id) {}
