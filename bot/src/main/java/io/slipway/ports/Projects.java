package io.slipway.ports;

import io.slipway.alm.Project;
import java.util.Optional;

/** Out: which project an address that somebody typed or pasted means. */
public interface Projects {

    /** The project behind an address, as it is really written; empty when there is none, or the address means none. */
    Optional<Project> find(String address);
}
