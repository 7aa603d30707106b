package io.slipway.sandbox.azuredevops;

/** A request that Azure DevOps refuses, with the body it answers. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;

    /**
     * Refuses.
     *
     * @param type full name of the exception that the service names, without its assembly
     */
    Refusal(int status, String type, String message) {
        super(message);
        this.status = status;
        this.type = type;
    }

    static Refusal badRequest(String message) {
        return new Refusal(400, "Microsoft.VisualStudio.Services.Common.VssPropertyValidationException", message);
    }

    static Refusal nullArgument(String name) {
        return new Refusal(400, "System.ArgumentNullException", "Value cannot be null.\r\nParameter name: " + name);
    }

    static Refusal accessDenied(String who, String right, String resource) {
        return new Refusal(
                403,
                "Microsoft.TeamFoundation.Build.WebApi.AccessDeniedException",
                "TF215106: Access denied. " + who + " needs " + right + " permissions for " + resource
                        + " in team project " + Names.PROJECT
                        + " to perform the action. For more information, contact the Azure DevOps administrator.");
    }

    int status() {
        return status;
    }

    String key() {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    Body body() {
        return new Body()
                .with("$id", "1")
                .with("innerException", null)
                .with("message", getMessage())
                .with("typeName", type + ", " + type.substring(0, type.lastIndexOf('.')))
                .with("typeKey", key())
                .with("errorCode", 0)
                .with("eventId", 3000);
    }
}
