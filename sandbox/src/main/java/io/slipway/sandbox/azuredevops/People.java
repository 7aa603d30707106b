package io.slipway.sandbox.azuredevops;

import io.slipway.sandbox.world.Human;
import io.slipway.sandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Who belongs to the organization, and what each may do there. */
final class People {

    /** The build service, which is named as the author of what pipelines do by themselves. */
    static final Identity BUILD_SERVICE =
            Identity.of("build-service", "Expenses Build Service (contoso)", Names.id("build-service"), true);

    private static final Set<Right> SERVICE_RIGHTS = Set.of(Right.VIEW_BUILDS, Right.EDIT_SUBSCRIPTIONS);

    private static final List<String> ADMINISTRATORS = List.of("rita", "omar");

    private final List<Identity> all;
    private final List<String> administrators;
    private final Map<String, Set<Right>> taken = new ConcurrentHashMap<>();

    People(World world) {
        List<Identity> members = new ArrayList<>(world.humans().stream()
                .map(h -> Identity.of(h.objectId(), h.name(), h.mail(), false))
                .toList());
        members.add(Identity.of(World.BOT_PRINCIPAL, "Slipway", World.BOT_PRINCIPAL, true));
        members.add(BUILD_SERVICE);
        this.all = List.copyOf(members);
        this.administrators = world.humans().stream()
                .filter(h -> ADMINISTRATORS.contains(h.alias()))
                .map(Human::objectId)
                .toList();
    }

    /** What a person may be allowed to do, by the name that the security pages give it. */
    enum Right {
        VIEW_BUILDS("View builds"),
        QUEUE_BUILDS("Queue builds"),
        STOP_BUILDS("Stop builds"),
        EDIT_SUBSCRIPTIONS("Edit subscriptions"),
        CONTRIBUTE("GenericContribute");

        private final String title;

        Right(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    List<Identity> all() {
        return all;
    }

    boolean may(Identity who, Right right) {
        return given(who, right) && !taken.getOrDefault(who.id(), Set.of()).contains(right);
    }

    /** Makers are no administrators of the project, so they may not subscribe to its events. */
    private boolean given(Identity who, Right right) {
        if (who.service()) {
            return SERVICE_RIGHTS.contains(right);
        }
        return right != Right.EDIT_SUBSCRIPTIONS || administrators.contains(who.entra());
    }

    void take(Identity who, Right right) {
        taken.computeIfAbsent(who.id(), id -> ConcurrentHashMap.newKeySet()).add(right);
    }

    void giveBack(Identity who, Right right) {
        taken.getOrDefault(who.id(), ConcurrentHashMap.newKeySet()).remove(right);
    }

    Optional<Identity> byEntra(String objectId) {
        return all.stream().filter(i -> i.entra().equals(objectId)).findFirst();
    }

    /** Somebody by id, descriptor or sign-in address. */
    Optional<Identity> find(String key) {
        return all.stream()
                .filter(i -> Stream.of(i.id(), i.descriptor(), i.account()).anyMatch(key::equalsIgnoreCase))
                .findFirst();
    }

    Identity get(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("nobody has the id " + id));
    }
}
