package io.github.pgmtls.lint.report;

import java.io.IOException;
import java.io.Writer;
import java.util.function.Consumer;
import org.apache.commons.io.output.AppendableWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.SerializableString;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * JSON as all formats write it: indented, LF, and in ASCII, so that nothing in it steers a terminal, is a command to a
 * build server that prints it, or is markup to a page that holds it.
 */
final class Json {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .characterEscapes(new Escapes())
            .build();

    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private Json() {}

    /** Writes one value and a line end. */
    static void write(Appendable out, Consumer<JsonGenerator> content) throws IOException {
        try (Writer writer = new AppendableWriter<>(out);
                JsonGenerator json = FACTORY.createGenerator(new Indented(), writer)) {
            content.accept(json);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
        out.append('\n');
    }

    /** Writes one value on a line of its own. */
    static void writeLine(Appendable out, Consumer<JsonGenerator> content) throws IOException {
        try (Writer writer = new AppendableWriter<>(out);
                JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), writer)) {
            content.accept(json);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
        out.append('\n');
    }

    /** What JSON itself escapes, and {@code < > & #}. */
    private static final class Escapes extends CharacterEscapes {

        private static final long serialVersionUID = 1;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            for (char c : new char[] {'<', '>', '&', '#', 0x7f}) {
                codes[c] = ESCAPE_STANDARD;
            }
            return codes;
        }

        @Override
        public SerializableString getEscapeSequence(int c) {
            throw new UnsupportedOperationException("no character has an escape of its own");
        }
    }

    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT);
        }
    }
}
