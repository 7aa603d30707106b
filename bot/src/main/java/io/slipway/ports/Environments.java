package io.slipway.ports;

import io.slipway.alm.Installed;
import io.slipway.alm.Target;
import java.util.Optional;

/** Out: what is in the Power Platform environments. */
public interface Environments {

    /** The solution as it is in the target now; empty when it is not there. */
    Optional<Installed> installed(Target target, String solution);
}
