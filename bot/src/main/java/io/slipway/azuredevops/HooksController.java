package io.slipway.azuredevops;

import io.slipway.alm.Project;
import io.slipway.alm.RunRef;
import io.slipway.ports.GateEvents;
import io.slipway.ports.Received;
import io.slipway.ports.RunEvents;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Where Azure DevOps calls when something changed. A call is a hint and nothing more: whoever hears it reads the truth.
 * It never answers 5xx, because Azure DevOps would switch the hook off.
 */
@RestController
class HooksController {

    private static final Logger LOG = LoggerFactory.getLogger(HooksController.class);
    private static final int LARGEST = 1024 * 1024;
    private final AzureDevOpsProperties settings;
    private final AzureDevOps azure;
    private final Received received;
    private final Listeners listeners;

    /** Who wants to hear. */
    record Listeners(List<RunEvents> runs, List<GateEvents> gates) {}

    HooksController(AzureDevOpsProperties settings, AzureDevOps azure, Received received, Listeners listeners) {
        this.settings = settings;
        this.azure = azure;
        this.received = received;
        this.listeners = listeners;
    }

    @PostMapping(HookAddress.PATH)
    @ResponseStatus(HttpStatus.OK)
    void called(
            @RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
            @RequestParam(name = HookAddress.PROJECT, required = false) @Nullable String address,
            HttpServletRequest request)
            throws IOException {
        if (!genuine(authorization)) {
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        Hook hook = Hook.read(body).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        Optional<Project> project = Optional.ofNullable(address)
                .flatMap(AzureProjects::parse)
                .filter(found -> azure.home(found.organization()));
        if (project.isEmpty() || hook.run().isEmpty()) {
            LOG.info("hook={} event={} names no run that we know", hook.id(), hook.event());
            return;
        }
        tell(hook, new RunRef(project.get(), hook.run().get()));
    }

    /** A listener's trouble is not the caller's: what is missed here, the poll finds. */
    private void tell(Hook hook, RunRef run) {
        String id = "azuredevops:" + hook.id();
        try {
            if (!hook.id().isEmpty() && !received.first(id, "")) {
                return;
            }
            listeners.runs().forEach(listener -> listener.mayHaveChanged(run));
            hook.gate().ifPresent(gate -> listeners.gates().forEach(l -> l.mayHaveChanged(run, gate)));
        } catch (RuntimeException e) {
            LOG.warn("run={} hook={} event={} was not taken in: {}", run.id(), hook.id(), hook.event(), e.toString());
        }
    }

    private boolean genuine(@Nullable String authorization) {
        String expected = "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                (Subscriptions.USER + ":" + settings.hookSecret()).getBytes(StandardCharsets.UTF_8));
        return !settings.hookSecret().isBlank()
                && authorization != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), authorization.getBytes(StandardCharsets.UTF_8));
    }
}
