package io.slipway.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TemplateTest {
    private static final Order ORDER = new Order(
            "*bold* ${secret}",
            2,
            Optional.of(Instant.parse("2026-11-23T09:30:15.250Z")),
            List.of(new Item("first", true), new Item("second", false)),
            List.of("29:a", "29:b"));

    record Item(String name, boolean wanted) {}

    record Order(String title, int count, Optional<Instant> when, List<Item> items, List<String> users) {
        @Slot
        boolean empty() {
            return items.isEmpty();
        }

        String secret() {
            return "not for templates";
        }
    }

    @Test
    void all_templates_fit_their_records() {
        Face.checkTemplates();
    }

    @Test
    void a_slot_that_the_record_does_not_fill_is_refused_when_loading() {
        assertThatThrownBy(() -> Template.parse(Order.class, "{\"text\":\"${titel}\"}"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Order has no titel")
                .hasMessageContaining("title");
        assertThatThrownBy(() -> Template.parse(Order.class, "{\"text\":\"${secret}\"}"))
                .hasMessageContaining("no secret");
        assertThatThrownBy(() ->
                        Template.parse(Order.class, "{\"body\":[{\"$data\":\"${items}\",\"text\":\"${title}\"}]}"))
                .hasMessageContaining("Item has no title");
    }

    @Test
    void what_is_not_in_the_subset_is_refused_when_loading() {
        for (String wrong : List.of(
                "{\"text\":\"${if(empty, 'a', 'b')}\"}",
                "{\"text\":\"${items}\"}",
                "{\"$when\":\"${title}\"}",
                "{\"$when\":\"${empty == false}\"}",
                "{\"$index\":\"1\"}",
                "{\"one\":{\"$data\":\"${items}\"}}")) {
            assertThatThrownBy(() -> Template.parse(Order.class, wrong)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void lists_repeat_and_conditions_leave_out() {
        JsonNode card = fill("""
                {"body":[
                  {"$data":"${items}","$when":"${wanted}","text":"${name} of ${$root.count}"},
                  {"$when":"${empty}","text":"nothing"}]}""");

        assertThat(card.toString()).isEqualTo("{\"body\":[{\"text\":\"first of 2\"}]}");
    }

    @Test
    void numbers_times_and_lists_of_texts_keep_their_kind() {
        JsonNode card = fill(
                "{\"n\":\"${count}\",\"t\":\"{{DATE(${when}, SHORT)}}\",\"u\":\"${users}\",\"data\":{\"n\":\"${count}\"}}");

        assertThat(card.get("n").isInt()).isTrue();
        assertThat(card.get("t").stringValue()).isEqualTo("{{DATE(2026-11-23T09:30:15Z, SHORT)}}");
        assertThat(card.get("u")).hasSize(2);
        assertThat(card.get("data").get("n").stringValue()).isEqualTo("2");
    }

    @Test
    void what_somebody_wrote_is_neither_template_nor_markdown() {
        JsonNode card = fill("{\"type\":\"TextBlock\",\"text\":\"**${title}**\",\"data\":{\"title\":\"${title}\"}}");

        assertThat(card.get("text").stringValue()).isEqualTo("**\\*bold\\* $\\{secret\\}**");
        assertThat(card.get("data").get("title").stringValue()).isEqualTo("*bold* ${secret}");
    }

    @Test
    void a_button_has_a_stand_in_for_clients_that_do_not_know_it() {
        JsonNode card = fill("""
                {"actions":[{"type":"Action.Execute","title":"Go","verb":"run.go","data":{"run":"${title}"},"style":"positive"}]}""");

        JsonNode submit = card.at("/actions/0/fallback");
        assertThat(submit.get("type").stringValue()).isEqualTo("Action.Submit");
        assertThat(submit.at("/data/verb").stringValue()).isEqualTo("run.go");
        assertThat(submit.at("/data/run").stringValue()).isEqualTo("*bold* ${secret}");
        assertThat(submit.get("style").stringValue()).isEqualTo("positive");
    }

    @Test
    void a_card_that_teams_would_refuse_is_refused_here() {
        Order order = new Order("x".repeat(900), 1, Optional.empty(), List.of(), List.of());
        String text = "${title}".repeat(50);

        assertThatThrownBy(() -> Template.parse(Order.class, "{\"text\":\"" + text + "\"}")
                        .fill(order, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too big");
    }

    private static JsonNode fill(String template) {
        return JsonMapper.shared()
                .readTree(Template.parse(Order.class, template).fill(ORDER, "").json());
    }
}
