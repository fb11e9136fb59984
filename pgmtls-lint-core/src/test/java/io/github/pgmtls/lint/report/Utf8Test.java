package io.github.pgmtls.lint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {

    private static final int[] INTERESTING = {
        0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5, 0xff
    };

    @Test
    void agreesWithTheStrictDecoderOnEveryCharacterOfInterestingBytes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int valid = 0;
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = new byte[1 + random.nextInt(4)];
            for (int b = 0; b < bytes.length; b++) {
                bytes[b] = (byte) INTERESTING[random.nextInt(INTERESTING.length)];
            }
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            int length = Utf8.length(text, 0);
            boolean isWhole = length == bytes.length;
            assertThat(isWhole).as("seed %d: %s", seed, text).isEqualTo(isOneCharacter(bytes));
            if (isWhole) {
                valid++;
                assertThat(Utf8.codePoint(text, 0, length))
                        .isEqualTo(new String(bytes, StandardCharsets.UTF_8).codePointAt(0));
            }
        }
        assertThat(valid).isGreaterThan(500);
    }

    private static boolean isOneCharacter(byte[] bytes) {
        try {
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return decoded.codePointCount(0, decoded.length()) == 1;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
