package io.slipway.sandbox.azuredevops;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.slipway.sandbox.azuredevops.People.Right;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/** Git's smart HTTP, spoken with JGit's own server half, for whoever comes through the door. */
final class GitHttp {

    private static final String UPLOAD = "git-upload-pack";
    private static final String RECEIVE = "git-receive-pack";

    private final Estate estate;
    private final Door door;
    private final Mischief mischief;
    private final Happenings happenings;

    GitHttp(Estate estate, Door door, Mischief mischief, Happenings happenings) {
        this.estate = estate;
        this.door = door;
        this.mischief = mischief;
        this.happenings = happenings;
    }

    void addTo(JavalinConfig config) {
        String root = "/" + Names.ORGANIZATION + "/{project}/_git/" + Names.REPOSITORY;
        for (String path : List.of(root, root + ".git")) {
            config.routes.get(path + "/info/refs", http -> enter(http, this::advertise));
            config.routes.post(path + "/" + UPLOAD, http -> enter(http, this::upload));
            config.routes.post(path + "/" + RECEIVE, http -> enter(http, this::receive));
        }
    }

    /** What is done for somebody who was let in. */
    private interface Service {
        void serve(Context http, Identity caller) throws IOException;
    }

    private void enter(Context http, Service service) throws IOException {
        if (!Weather.fair(http, mischief)) {
            return;
        }
        Identity caller = door.enterGit(http).orElse(null);
        if (caller == null) {
            return;
        }
        String project = http.pathParam("project");
        if (!project.equalsIgnoreCase(Names.PROJECT) && !project.equalsIgnoreCase(Names.PROJECT_ID)) {
            http.status(404).result("TF200016: The following project does not exist: " + project + ".");
            return;
        }
        http.header("Cache-Control", "no-cache");
        service.serve(http, caller);
    }

    private void advertise(Context http, Identity caller) throws IOException {
        String service = String.valueOf(http.queryParam("service"));
        if (!service.equals(UPLOAD) && !service.equals(RECEIVE)) {
            http.status(403).result("Git's dumb HTTP is not supported.");
            return;
        }
        if (service.equals(RECEIVE) && !mayPush(http, caller)) {
            return;
        }
        http.contentType("application/x-" + service + "-advertisement");
        try (OutputStream out = http.outputStream()) {
            PacketLineOut lines = new PacketLineOut(out);
            if (service.equals(RECEIVE)) {
                announce(lines, service);
                pack(caller).sendAdvertisedRefs(new PacketLineOutRefAdvertiser(lines));
            } else {
                upload(http).sendAdvertisedRefs(new PacketLineOutRefAdvertiser(lines), service);
            }
        }
    }

    private static void announce(PacketLineOut lines, String service) throws IOException {
        lines.writeString("# service=" + service + "\n");
        lines.end();
    }

    private void upload(Context http, Identity caller) throws IOException {
        http.contentType("application/x-" + UPLOAD + "-result");
        try (InputStream in = body(http);
                OutputStream out = http.outputStream()) {
            upload(http).uploadWithExceptionPropagation(in, out, null);
        }
    }

    private UploadPack upload(Context http) {
        UploadPack upload = new UploadPack(estate.git.repository());
        upload.setBiDirectionalPipe(false);
        if (secondVersion(http)) {
            upload.setExtraParameters(List.of("version=2"));
        }
        return upload;
    }

    private static boolean secondVersion(Context http) {
        return String.valueOf(http.header("Git-Protocol")).contains("version=2");
    }

    private void receive(Context http, Identity caller) throws IOException {
        if (!mayPush(http, caller)) {
            return;
        }
        http.contentType("application/x-" + RECEIVE + "-result");
        try (InputStream in = body(http);
                OutputStream out = http.outputStream()) {
            pack(caller).receiveWithExceptionPropagation(in, out, null);
        }
    }

    private ReceivePack pack(Identity caller) {
        ReceivePack receive = new ReceivePack(estate.git.repository());
        receive.setBiDirectionalPipe(false);
        receive.setAllowNonFastForwards(false);
        receive.setPostReceiveHook((pack, commands) -> pushed(commands, caller));
        return receive;
    }

    private void pushed(Collection<ReceiveCommand> commands, Identity caller) {
        estate.locked(() -> commands.stream()
                .filter(c -> c.getResult() == ReceiveCommand.Result.OK)
                .forEach(c -> happenings.pushed(
                        estate.push(c.getRefName(), name(c.getOldId()), name(c.getNewId()), caller))));
    }

    private static String name(ObjectId id) {
        return id.name();
    }

    private boolean mayPush(Context http, Identity caller) {
        if (estate.people.may(caller, Right.CONTRIBUTE)) {
            return true;
        }
        String message = "TF401027: You need the Git 'GenericContribute' permission to perform this action. Details:"
                + " identity '" + caller.name() + "', scope 'repository'.";
        http.status(403).contentType("text/plain").result(message.getBytes(StandardCharsets.UTF_8));
        return false;
    }

    private static InputStream body(Context http) throws IOException {
        InputStream in = http.bodyInputStream();
        return "gzip".equalsIgnoreCase(http.header("Content-Encoding")) ? new GZIPInputStream(in) : in;
    }
}
