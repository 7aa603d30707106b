package io.slipway.packager.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A solution of a wanted size: half of it customizations with tables, forms, views and relationships, half of it web resources. */
public final class GeneratedSolution {

    private static final int MEGABYTE = 1 << 20;
    private static final int COLUMNS = 40;
    private static final int FORMS = 3;
    private static final int VIEWS = 6;
    private static final int RESOURCE = 40 << 10;

    private final SplittableRandom random = new SplittableRandom(1);
    private final StringBuilder text = new StringBuilder();
    private final long customizations;
    private final int resources;

    private GeneratedSolution(int megabytes) {
        customizations = (long) megabytes * MEGABYTE / 2;
        resources = (int) Math.max(1, customizations / RESOURCE);
    }

    /** Writes the archive; {@code megabytes} counts unpacked bytes. */
    public static Path write(Path zip, int megabytes) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(zip)))) {
            new GeneratedSolution(megabytes).write(out);
        }
        return zip;
    }

    private void write(ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry("customizations.xml"));
        customizations(zip);
        zip.closeEntry();
        entry(
                zip,
                "solution.xml",
                "<ImportExportXml><SolutionManifest><UniqueName>Large</UniqueName><Version>1.0.0.0</Version>"
                        + "<Managed>0</Managed><RootComponents /></SolutionManifest></ImportExportXml>");
        for (int i = 0; i < resources; i++) {
            StringBuilder script = new StringBuilder();
            while (script.length() < RESOURCE) {
                script.append("function f").append(random.nextInt(100_000)).append("(x) { return x * ");
                script.append(random.nextLong()).append("; }\n");
            }
            entry(zip, "WebResources/large_" + i + ".js", script.toString());
        }
        entry(
                zip,
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"xml\" ContentType=\"text/xml\" />"
                        + "<Default Extension=\"js\" ContentType=\"application/octet-stream\" /></Types>");
    }

    private void customizations(OutputStream out) throws IOException {
        long written = 0;
        int tables = 0;
        text.append("<ImportExportXml xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\r\n  <Entities>\r\n");
        while (written + text.length() < customizations) {
            table(tables++);
            written += flush(out);
        }
        text.append("</Entities><EntityRelationships>\r\n");
        for (int i = 0; i < tables; i++) {
            text.append("<EntityRelationship Name=\"large_r").append(i).append("\"><ReferencedEntityName>large_t");
            text.append(i % 20).append("</ReferencedEntityName><ReferencingEntityName>large_t").append(i);
            text.append("</ReferencingEntityName></EntityRelationship>\r\n");
        }
        text.append("</EntityRelationships><WebResources>\r\n");
        for (int i = 0; i < resources; i++) {
            text.append("<WebResource><Name>large_/f").append(i % 50).append("/s").append(i).append(".js</Name>");
            text.append("<WebResourceType>3</WebResourceType><FileName>/WebResources/large_").append(i);
            text.append(".js</FileName></WebResource>\r\n");
        }
        text.append("</WebResources></ImportExportXml>");
        flush(out);
    }

    private long flush(OutputStream out) throws IOException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        out.write(bytes);
        text.setLength(0);
        return bytes.length;
    }

    private void table(int number) {
        text.append("    <Entity>\r\n      <Name LocalizedName=\"Table\">large_t").append(number).append("</Name>\r\n");
        text.append("      <EntityInfo><entity Name=\"large_t").append(number).append("\"><attributes>\r\n");
        for (int i = 0; i < COLUMNS; i++) {
            text.append("        <attribute PhysicalName=\"large_c").append(i).append("\">\r\n          <Type>nvarchar</Type>");
            text.append("\r\n          <LogicalName>large_c").append(i).append("</LogicalName>\r\n          <MaxLength>");
            text.append(random.nextInt(4000)).append("</MaxLength>\r\n          <displaynames><displayname description=\"");
            text.append(Long.toString(random.nextLong(), 36)).append("\" languagecode=\"1033\" /></displaynames>\r\n");
            text.append("          <RequiredLevel>none</RequiredLevel>\r\n        </attribute>\r\n");
        }
        text.append("</attributes></entity></EntityInfo>\r\n<FormXml><forms type=\"main\">\r\n");
        for (int i = 0; i < FORMS; i++) {
            form();
        }
        text.append("</forms></FormXml><SavedQueries><savedqueries>\r\n");
        for (int i = 0; i < VIEWS; i++) {
            text.append("<savedquery><savedqueryid>").append(id()).append("</savedqueryid><layoutxml><grid><row>");
            cells("<cell name=\"large_c", "\" width=\"100\" />\r\n");
            text.append("</row></grid></layoutxml></savedquery>\r\n");
        }
        text.append("</savedqueries></SavedQueries><RibbonDiffXml><CustomActions /></RibbonDiffXml></Entity>\r\n");
    }

    private void form() {
        text.append("<systemform><formid>").append(id()).append("</formid><form><tabs><tab><columns><column><rows>\r\n");
        for (int i = 0; i < COLUMNS; i++) {
            text.append("                  <row>\r\n                    <cell id=\"").append(id()).append("\">\r\n");
            text.append("                      <control id=\"large_c").append(i).append("\" classid=\"").append(id());
            text.append("\" datafieldname=\"large_c").append(i).append("\" disabled=\"false\" />\r\n");
            text.append("                    </cell>\r\n                  </row>\r\n");
        }
        text.append("</rows></column></columns></tab></tabs></form></systemform>\r\n");
    }

    private void cells(String before, String after) {
        for (int i = 0; i < 12; i++) {
            text.append(before).append(random.nextInt(COLUMNS)).append(after);
        }
    }

    private String id() {
        return "{" + new java.util.UUID(random.nextLong(), random.nextLong()) + "}";
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
