package io.slipway.teams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <at>Slipway</at> deploy Expenses to test                | deploy Expenses to test
            <at>Slipway</at>deploy Expenses                         | deploy Expenses
            <AT>slipway</AT> help                                   | help
            <at id="0">Slipway</at>&nbsp;help                       | help
            help <at>Slipway</at>                                   | help
            <at>Slip</at> help                                      | help
            <at>Rita Okafor</at> is asked                           | Rita Okafor is asked
            reject 7 &quot;R&amp;D says &lt;no&gt;&quot;            | reject 7 "R&D says <no>"
            connect https://dev.azure.com/contoso/My%20Team?a=1&b=2 | connect https://dev.azure.com/contoso/My%20Team?a=1&b=2
            connect <a href="https://dev.azure.com/contoso/Expenses">dev.azure.com/…</a> | connect https://dev.azure.com/contoso/Expenses
            connect [https://x.example/a](https://x.example/a)      | connect https://x.example/a
            <p>status</p>                                           | status
            sta\u200btus                                            | status
            lock a < b and c > d                                    | lock a < b and c > d
            """)
    void what_was_typed_is_read_without_the_markup(String sent, String words) {
        assertThat(TypedText.of(TeamsJson.activity(activity(sent.replace("\\u200b", "\u200b")))))
                .isEqualTo(words);
    }

    private static String activity(String text) {
        return """
                {"type":"message","recipient":{"id":"28:bot","name":"Slipway"},"text":%s,"entities":[
                {"type":"mention","mentioned":{"id":"28:bot","name":"Slipway"},"text":"<at>Slip</at>"},
                {"type":"mention","mentioned":{"id":"29:rita","name":"Rita"},"text":"<at>Rita Okafor</at>"},
                {"type":"clientInfo"}]}
                """.formatted(TeamsJson.MAPPER.getNodeFactory().textNode(text));
    }
}
