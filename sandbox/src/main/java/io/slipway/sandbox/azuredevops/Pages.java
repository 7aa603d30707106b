package io.slipway.sandbox.azuredevops;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Plain pages at the addresses that links lead to, where somebody can also decide "in the browser". */
final class Pages {

    private final Estate estate;
    private final Deciding deciding;

    Pages(Estate estate, Engine engine) {
        this.estate = estate;
        this.deciding = new Deciding(estate, engine.gates());
    }

    void addTo(JavalinConfig config) {
        String project = "/" + Names.ORGANIZATION + "/{project}";
        config.routes.get(project + "/_build/results", this::run);
        config.routes.get(project + "/_build/definition", this::pipeline);
        config.routes.get(project + "/_build", this::pipeline);
        config.routes.get(project, this::pipeline);
        config.routes.post(project + "/_build/decide", this::decide);
    }

    private void pipeline(Context http) {
        String wanted = String.valueOf(http.queryParam("definitionId"));
        show(
                http,
                "Runs",
                estate.locked(() -> estate.runs.descendingMap().values().stream()
                        .filter(r -> !wanted.matches("\\d+") || wanted.equals(String.valueOf(r.pipeline)))
                        .map(r -> "<li><a href=\"" + estate.webOf(r) + "\">"
                                + safe(Names.pipeline(r.pipeline).orElseThrow().name() + " " + r.number) + "</a> "
                                + state(r.status, r.result) + "</li>")
                        .collect(Collectors.joining("", "<ul>", "</ul>"))));
    }

    private void run(Context http) {
        String id = String.valueOf(http.queryParam("buildId"));
        int number = id.matches("\\d{1,9}") ? Integer.parseInt(id) : 0;
        String page = estate.locked(() -> estate.run(number).map(this::run).orElse(""));
        if (page.isEmpty()) {
            show(http.status(404), "Not found", "<p>There is no run " + safe(id) + ".</p>");
        } else {
            show(http, "Run " + id, page);
        }
    }

    private String run(BuildRun run) {
        StringBuilder page = new StringBuilder();
        page.append("<h2>")
                .append(safe(Names.pipeline(run.pipeline).orElseThrow().name()))
                .append(' ');
        page.append(safe(run.number))
                .append("</h2><p>")
                .append(state(run.status, run.result))
                .append(", asked for by ");
        page.append(safe(estate.people.get(run.requestedFor).name())).append("</p><table>");
        for (TimelineRecord record : run.records) {
            if (List.of("Stage", "Task", "Checkpoint.Approval").contains(record.type)) {
                page.append("<tr class=\"")
                        .append(record.type.replace('.', '-'))
                        .append("\"><td>");
                page.append(safe(record.name)).append("</td><td>").append(state(record.state, record.result));
                record.issues.forEach(issue ->
                        page.append("<br><em>").append(safe(issue.message())).append("</em>"));
                page.append("</td></tr>");
            }
        }
        page.append("</table>");
        estate.approvals.values().stream()
                .filter(a -> a.run == run.id && a.open())
                .forEach(a -> page.append(form(a)));
        return page.toString();
    }

    private String form(Approval approval) {
        String people = estate.people.all().stream()
                .filter(i -> !i.service())
                .map(i -> "<option value=\"" + i.id() + "\">" + safe(i.name()) + "</option>")
                .collect(Collectors.joining());
        return "<form method=\"post\" action=\"decide\"><h3>Approval for " + safe(approval.stage) + "</h3><p>"
                + safe(approval.instructions) + "</p><input type=\"hidden\" name=\"approval\" value=\"" + approval.id
                + "\"><label>As <select name=\"person\">" + people + "</select></label> "
                + "<input name=\"comment\" placeholder=\"Comment\"> "
                + "<button name=\"status\" value=\"approved\">Approve</button> "
                + "<button name=\"status\" value=\"rejected\">Reject</button></form>";
    }

    private void decide(Context http) {
        try {
            BuildRun run = estate.locked(() -> {
                Approval approval = deciding.find(String.valueOf(http.formParam("approval")));
                Identity person = estate.people.get(String.valueOf(http.formParam("person")));
                ObjectNode update = JsonNodeFactory.instance.objectNode();
                update.put("status", http.formParam("status")).put("comment", http.formParam("comment"));
                deciding.prepare(approval, update, person).run();
                return estate.run(approval.run).orElseThrow();
            });
            http.redirect(estate.webOf(run));
        } catch (Refusal refusal) {
            show(http.status(refusal.status()), "Refused", "<p>" + safe(refusal.getMessage()) + "</p>");
        }
    }

    private static String state(String state, Object result) {
        String shown = result == null ? state : String.valueOf(result);
        return "<b class=\"" + safe(shown) + "\">" + safe(shown) + "</b>";
    }

    private static void show(Context http, String title, String content) {
        http.html("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title
                + "</title><meta name=\"viewport\" content=\"width=device-width\"><style>"
                + "body{font-family:system-ui;margin:2rem;max-width:50rem;color-scheme:light dark}"
                + "td{padding:.2rem 1rem .2rem 0}tr.Task td:first-child{padding-left:1.5rem}"
                + "b.succeeded{color:#2a8a2a}b.failed,b.rejected{color:#c33}em{color:#c33}</style></head><body>"
                + "<h1>Azure DevOps, imitated: contoso / Expenses</h1>" + content + "</body></html>");
    }

    private static String safe(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
