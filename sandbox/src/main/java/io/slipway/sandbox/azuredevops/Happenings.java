package io.slipway.sandbox.azuredevops;

/** What others want to hear about while runs go on: service hooks are made of these. Called under the estate's lock. */
interface Happenings {

    void runChanged(BuildRun run);

    void stageChanged(BuildRun run, TimelineRecord stage);

    void jobChanged(BuildRun run, TimelineRecord job);

    void approvalChanged(Approval approval);

    void pushed(Push push);
}
