package io.slipway.sandbox.dataverse;

import java.util.stream.Collectors;

/** The metadata document, as far as the tables here reach: names and keys, columns as text. */
final class Metadata {

    private Metadata() {}

    static String xml() {
        String types = Tables.all().values().stream().map(Metadata::type).collect(Collectors.joining());
        String sets = Tables.all().values().stream()
                .map(t -> "<EntitySet Name=\"" + t.set() + "\" EntityType=\"Microsoft.Dynamics.CRM." + t.logicalName()
                        + "\" />")
                .collect(Collectors.joining());
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?><edmx:Edmx Version=\"4.0\""
                + " xmlns:edmx=\"http://docs.oasis-open.org/odata/ns/edmx\"><edmx:DataServices>"
                + "<Schema Namespace=\"Microsoft.Dynamics.CRM\" Alias=\"mscrm\""
                + " xmlns=\"http://docs.oasis-open.org/odata/ns/edm\">" + types + "<EntityContainer Name=\"System\">"
                + sets + "</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>";
    }

    private static String type(Table table) {
        String columns = table.columns().stream()
                .sorted()
                .map(c -> "<Property Name=\"" + c + "\" Type=\"" + edm(c, table) + "\" />")
                .collect(Collectors.joining());
        return "<EntityType Name=\"" + table.logicalName() + "\"><Key><PropertyRef Name=\"" + table.id() + "\" /></Key>"
                + columns + "</EntityType>";
    }

    private static String edm(String column, Table table) {
        return column.equals(table.id()) || column.endsWith("_value") ? "Edm.Guid" : "Edm.String";
    }
}
