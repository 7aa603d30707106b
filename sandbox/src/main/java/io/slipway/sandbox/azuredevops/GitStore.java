package io.slipway.sandbox.azuredevops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The real bare repository behind the imitated Azure Repos. */
final class GitStore {

    private final Repository repository;

    private GitStore(Repository repository) {
        this.repository = repository;
    }

    /** Opens the repository in this folder, or makes an empty one. */
    static GitStore in(Path folder) {
        try {
            if (Files.exists(folder.resolve("HEAD"))) {
                return new GitStore(Git.open(folder.toFile()).getRepository());
            }
            Git git = Git.init()
                    .setBare(true)
                    .setInitialBranch("main")
                    .setDirectory(folder.toFile())
                    .call();
            git.getRepository().getConfig().setBoolean("http", null, "receivepack", true);
            git.getRepository().getConfig().save();
            return new GitStore(git.getRepository());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GitAPIException e) {
            throw new IllegalStateException("cannot make a repository in " + folder, e);
        }
    }

    Repository repository() {
        return repository;
    }

    /** The commit that a branch, tag or commit id names. */
    Optional<RevCommit> commit(String name) {
        try (RevWalk walk = new RevWalk(repository)) {
            ObjectId id = repository.resolve(name + "^{commit}");
            return id == null ? Optional.empty() : Optional.of(walk.parseCommit(id));
        } catch (org.eclipse.jgit.errors.RevisionSyntaxException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content of a file in a commit; the path may begin with a slash. */
    Optional<byte[]> read(RevCommit commit, String path) {
        String plain = path.startsWith("/") ? path.substring(1) : path;
        try (TreeWalk walk = TreeWalk.forPath(repository, plain, commit.getTree())) {
            return walk == null || walk.isSubtree()
                    ? Optional.empty()
                    : Optional.of(repository.open(walk.getObjectId(0)).getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Branches and tags whose full name begins so, with the commit each points to. */
    Map<String, String> refs(String prefix) {
        Map<String, String> refs = new TreeMap<>();
        try {
            repository
                    .getRefDatabase()
                    .getRefsByPrefix(prefix)
                    .forEach(r -> refs.put(r.getName(), r.getObjectId().name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return refs;
    }

    /** The newest commits, beginning with this one. */
    List<RevCommit> log(RevCommit from, int most) {
        try (RevWalk walk = new RevWalk(repository)) {
            walk.markStart(walk.parseCommit(from));
            List<RevCommit> commits = new ArrayList<>();
            for (RevCommit next = walk.next(); next != null && commits.size() < most; next = walk.next()) {
                commits.add(next);
            }
            return commits;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files of a commit. */
    List<String> paths(RevCommit commit) {
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(commit.getTree());
            walk.setRecursive(true);
            List<String> paths = new ArrayList<>();
            while (walk.next()) {
                paths.add(walk.getPathString());
            }
            return paths;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Commits exactly these files to a branch, on top of what it has. */
    ObjectId commit(String branch, Map<String, byte[]> files, PersonIdent author, String message) {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            DirCache index = DirCache.newInCore();
            DirCacheBuilder builder = index.builder();
            for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
                DirCacheEntry entry = new DirCacheEntry(file.getKey());
                entry.setFileMode(FileMode.REGULAR_FILE);
                entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, file.getValue()));
                builder.add(entry);
            }
            builder.finish();
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(index.writeTree(inserter));
            commit(branch).ifPresent(commit::setParentId);
            commit.setAuthor(author);
            commit.setCommitter(author);
            commit.setMessage(message);
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            point(branch, id);
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets a branch or tag point to a commit. */
    void point(String ref, ObjectId id) {
        try {
            RefUpdate update = repository.updateRef(ref);
            update.setNewObjectId(id);
            update.forceUpdate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
