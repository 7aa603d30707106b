package io.slipway.packager;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.packager.xml.XmlCopy;
import io.slipway.packager.xml.XmlSink;
import io.slipway.packager.xml.XmlSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row of the layout's table of how XML is written. */
class XmlFormTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <a/>                                | <a />
            <a />                               | <a />
            <a></a>                             | <a></a>
            <a>  </a>                           | <a></a>
            <a>&#32;</a>                        | <a></a>
            <a x='1'/>                          | <a x="1" />
            <a><b/></a>                         | <a>~  <b />~</a>
            <a> <b> <c/> </b> </a>              | <a>~  <b>~    <c />~  </b>~</a>
            <a xml:space="preserve"> <b/> </a>  | <a xml:space="preserve"> <b /> </a>
            <a xml:space="preserve"> </a>       | <a xml:space="preserve"> </a>
            <M>text<b>x</b>tail</M>             | <M>text<b>x</b>tail</M>
            <M><b><c/></b>text<b><c/></b></M>   | <M>~  <b>~    <c />~  </b>text<b><c /></b></M>
            <a>x&#xD;y</a>                      | <a>x~y</a>
            <a>x&#xD;&#xA;y</a>                 | <a>x~y</a>
            <a>"it's"</a>                       | <a>"it's"</a>
            <a>&lt;&gt;&amp;</a>                | <a>&lt;&gt;&amp;</a>
            <a>x&#9;y</a>                       | <a>x\ty</a>
            <a x="&#9;&#10;&#13;"/>             | <a x="&#x9;&#xA;&#xD;" />
            <a x="&quot;'&lt;&gt;&amp;"/>       | <a x="&quot;'&lt;&gt;&amp;" />
            <a><![CDATA[<x>&]]></a>             | <a><![CDATA[<x>&]]></a>
            <a><!-- note --><b/></a>            | <a>~  <!-- note -->~  <b />~</a>
            <a><?do it?></a>                    | <a>~  <?do it?>~</a>
            <a>é😀&#x1F600;</a>                 | <a>é😀😀</a>
            <a b="2" a="1" xmlns:z="u" c="3"/>  | <a b="2" a="1" xmlns:z="u" c="3" />
            """)
    void is_written_as_the_original_writes_it(String source, String written) throws IOException {
        assertThat(copy(source.strip()))
                .isEqualTo(written.strip().replace("~", "\n").replace("\\t", "\t"));
    }

    @Test
    void a_document_begins_with_the_mark_and_ends_without_a_newline() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XmlSource in = source("<?xml version=\"1.0\"?>\r\n<a><b/></a>\r\n")) {
            XmlSink sink = XmlSink.document(out);
            XmlCopy.document(in, sink, (source, target) -> false);
            sink.flush();
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                        + "<a xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n  <b />\n</a>");
    }

    @Test
    void a_literal_line_break_is_a_newline_in_text_and_a_space_in_an_attribute() throws IOException {
        assertThat(copy("<a x='1\r\n2'>x\r\ny\rz\n</a>")).isEqualTo("<a x=\"1 2\">x\ny\nz\n</a>");
    }

    @Test
    void a_long_text_keeps_every_character() throws IOException {
        String text = "é<😀&\t".repeat(20_000);
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        assertThat(copy("<a>" + escaped + "</a>")).isEqualTo("<a>" + escaped + "</a>");
    }

    @Test
    void a_long_section_stays_one_section() throws IOException {
        String section = "<a><![CDATA[" + "x<y&z]] ".repeat(100_000) + "]]></a>";
        assertThat(copy(section)).isEqualTo(section);
    }

    @Test
    void a_long_attribute_is_kept() throws IOException {
        String element = "<a x=\"" + "y".repeat(2_000_000) + "\" />";
        assertThat(copy(element)).isEqualTo(element);
    }

    private static String copy(String source) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XmlSource in = source(source)) {
            XmlSink sink = XmlSink.fragment(out, 0);
            XmlCopy.element(in.root(), sink);
            sink.flush();
        }
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    private static XmlSource source(String text) {
        return XmlSource.open("test.xml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
