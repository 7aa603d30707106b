package io.slipway.sandbox.azuredevops;

import java.time.Instant;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;

/** Commits and the repository as Azure Repos shows them. */
final class GitViews {

    private final Estate estate;

    GitViews(Estate estate) {
        this.estate = estate;
    }

    String repositoryUrl() {
        return estate.projectApi() + "/git/repositories/" + Names.REPOSITORY_ID;
    }

    String remoteUrl() {
        return estate.organization() + "/" + Names.PROJECT + "/_git/" + Names.REPOSITORY;
    }

    Body repository() {
        return new Body()
                .with("id", Names.REPOSITORY_ID)
                .with("name", Names.REPOSITORY)
                .with("url", repositoryUrl())
                .with("project", new RunViews(estate).project())
                .with("defaultBranch", Names.MAIN)
                .with("size", 48_213)
                .with("remoteUrl", remoteUrl())
                .with("webUrl", remoteUrl())
                .with("isDisabled", false)
                .with("isInMaintenance", false);
    }

    Body commit(RevCommit commit) {
        return new Body()
                .with("commitId", commit.name())
                .with("author", person(commit.getAuthorIdent()))
                .with("committer", person(commit.getCommitterIdent()))
                .with("comment", commit.getFullMessage().strip())
                .with("url", repositoryUrl() + "/commits/" + commit.name())
                .with("remoteUrl", remoteUrl() + "/commit/" + commit.name());
    }

    Body change(RevCommit commit) {
        return new Body()
                .with("id", commit.name())
                .with("message", commit.getShortMessage())
                .with("type", "TfsGit")
                .with(
                        "author",
                        new Body().with("displayName", commit.getAuthorIdent().getName()))
                .with("timestamp", Wire.time(commit.getCommitterIdent().getWhenAsInstant()))
                .with("location", repositoryUrl() + "/commits/" + commit.name())
                .with("displayUri", remoteUrl() + "/commit/" + commit.name());
    }

    static Body person(PersonIdent person) {
        Instant when = person.getWhenAsInstant();
        return new Body()
                .with("name", person.getName())
                .with("email", person.getEmailAddress())
                .with("date", Wire.time(when));
    }
}
