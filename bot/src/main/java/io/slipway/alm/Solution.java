package io.slipway.alm;

import java.util.List;

/**
 * A Power Platform solution that Slipway moves.
 *
 * @param name unique name in Dataverse, such as {@code Expenses}
 * @param title what people call it
 * @param project where its pipelines are
 * @param buildPipeline name of the pipeline that makes its packages
 * @param deployPipeline name of the pipeline that imports a package, with one stage for each target
 * @param targets names of the targets it goes to, in this order
 */
public record Solution(
        String name, String title, Project project, String buildPipeline, String deployPipeline, List<String> targets) {

    public Solution {
        targets = List.copyOf(targets);
    }
}
