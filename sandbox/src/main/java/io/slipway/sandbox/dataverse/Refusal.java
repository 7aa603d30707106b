package io.slipway.sandbox.dataverse;

import io.slipway.sandbox.http.Json;
import java.util.Map;

/** Ends a request with an error answer of Dataverse's Web API. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    Refusal(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static Refusal badQuery(String message) {
        return new Refusal(400, "0x80060888", message);
    }

    static Refusal unknownProperty(String name, Table table) {
        return badQuery("Could not find a property named '" + name + "' on type 'Microsoft.Dynamics.CRM."
                + table.logicalName() + "'.");
    }

    static Refusal noSegment(String segment) {
        return new Refusal(404, "0x80060888", "Resource not found for the segment '" + segment + "'.");
    }

    static Refusal noRow(Table table, String id) {
        return new Refusal(
                404, "0x80040217", "Entity '" + table.logicalName() + "' With Id = " + id + " Does Not Exist");
    }

    static Refusal badPayload(String message) {
        return new Refusal(
                400,
                "0x80048d19",
                "Error identified in Payload provided by the user for Entity :'', For more information on this error"
                        + " please follow this help link https://go.microsoft.com/fwlink/?linkid=2195293  ---->"
                        + "  InnerException : Microsoft.OData.ODataException: " + message);
    }

    static Refusal badZip() {
        return new Refusal(
                400,
                "0x80048060",
                "The solution file is invalid. The compressed file must contain the following files at its root:"
                        + " solution.xml, customizations.xml, and [Content_Types].xml. Customization files exported"
                        + " from previous versions of Microsoft Dynamics 365 are not supported.");
    }

    static Refusal badXml(String file) {
        return new Refusal(
                400,
                "0x8004802C",
                "This solution package cannot be imported because it contains invalid XML. You can attempt to repair"
                        + " the file by manually editing the XML contents using the information found in the schema"
                        + " validation errors, or you can contact your solution provider. (" + file + ")");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    Map<String, Object> body() {
        return Json.object("error", Json.object("code", code, "message", getMessage()));
    }
}
