package io.slipway.sandbox.azuredevops;

/** Nobody listens. */
final class Quiet implements Happenings {

    @Override
    public void runChanged(BuildRun run) {}

    @Override
    public void stageChanged(BuildRun run, TimelineRecord stage) {}

    @Override
    public void jobChanged(BuildRun run, TimelineRecord job) {}

    @Override
    public void approvalChanged(Approval approval) {}

    @Override
    public void pushed(Push push) {}
}
