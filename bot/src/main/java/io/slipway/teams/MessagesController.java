package io.slipway.teams;

import com.microsoft.bot.schema.Activity;
import io.slipway.alm.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Where Teams delivers: whatever comes is either understood or refused in one line, never a reason to fall over. */
final class MessagesController {

    static final String PATH = "/api/messages";

    private static final Logger log = LoggerFactory.getLogger(MessagesController.class);
    private static final int LARGEST = 1024 * 1024;
    /** Read and thrown away, so that the sender hears the refusal instead of a broken connection. */
    private static final int READ_FOR_COURTESY = 32 * 1024 * 1024;

    private final Door door;
    private final Directory directory;
    private final Turns turns;
    private final Invokes invokes;

    MessagesController(Door door, Directory directory, Turns turns, Invokes invokes) {
        this.door = door;
        this.directory = directory;
        this.turns = turns;
        this.invokes = invokes;
    }

    ServerResponse receive(ServerRequest request) throws IOException {
        try {
            return take(request.servletRequest());
        } catch (Unwelcome e) {
            log.info("activity refused status={} reason=\"{}\"", e.status(), e.getMessage());
            drain(request.servletRequest());
            return ServerResponse.status(e.status()).build();
        } catch (Problem.Unavailable e) {
            log.warn("activity not taken: {}", e.getMessage());
            return ServerResponse.status(503).header("Retry-After", "5").build();
        }
    }

    private ServerResponse take(HttpServletRequest request) throws IOException {
        Door.Pass pass = door.open(request);
        String body = body(request);
        Activity activity = TeamsJson.activity(body);
        pass.covers(
                Objects.requireNonNullElse(activity.getServiceUrl(), ""),
                Objects.requireNonNullElse(activity.getChannelId(), ""));
        directory.covers(activity);
        if (!activity.isType("invoke")) {
            turns.take(activity, body);
            return ServerResponse.ok().build();
        }
        InvokeAnswer answer = invokes.answer(activity);
        ServerResponse.BodyBuilder response = ServerResponse.status(answer.status());
        return answer.json().isEmpty()
                ? response.build()
                : response.contentType(MediaType.APPLICATION_JSON)
                        .body(answer.json().getBytes(StandardCharsets.UTF_8));
    }

    private static String body(HttpServletRequest request) throws IOException {
        long told = request.getContentLengthLong();
        if (told > LARGEST) {
            throw new Unwelcome(413, "more than 1 MB");
        }
        byte[] bytes = request.getInputStream().readNBytes(told < 0 ? LARGEST + 1 : (int) told);
        if (bytes.length > LARGEST) {
            throw new Unwelcome(413, "more than 1 MB");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void drain(HttpServletRequest request) {
        try (InputStream rest = request.getInputStream()) {
            byte[] part = new byte[8192];
            int left = READ_FOR_COURTESY;
            for (int read = 0; read >= 0 && left > 0; left -= read) {
                read = rest.read(part);
            }
        } catch (IOException e) {
            log.debug("sender left early: {}", e.getMessage());
        }
    }
}
