package io.slipway.sandbox.azuredevops;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An approval check on an environment. */
final class Check {

    static final String APPROVAL_TYPE = "8c6f20a7-a545-4486-9777-f762fafe0d4d";

    int id;
    int environment;
    List<String> approvers = new ArrayList<>();
    List<String> blocked = new ArrayList<>();
    int minimum;
    boolean requesterCannotApprove;
    String executionOrder = "anyOrder";
    String instructions = "";
    int timeoutMinutes = 43200;
    Instant created = Instant.EPOCH;
    Instant modified = Instant.EPOCH;
    String createdBy = "";
    String modifiedBy = "";
}
