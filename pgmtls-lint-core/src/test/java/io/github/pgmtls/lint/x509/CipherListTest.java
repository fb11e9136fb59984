package io.github.pgmtls.lint.x509;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CipherListTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HIGH:!aNULL                       |",
                "HIGH:@SECLEVEL=1                  | 1",
                "HIGH:!aNULL@SECLEVEL=0            | 0",
                "DEFAULT@SECLEVEL=3                | 3",
                "@SECLEVEL=1+ALL:HIGH              | 1",
                "ECDHE+AESGCM@SECLEVEL=1           | 1",
                "ECDHE-RSA-AES256-SHA@SECLEVEL=1   | 1",
                "HIGH-@SECLEVEL=1                  |",
                "HIGH:NONE@SECLEVEL=1              |",
                "SUITEB128:@SECLEVEL=1             |",
            })
    void theLevelIsThatOfTheCommandsWhichOpenSslReads(String list, Integer level) {
        CipherList read = CipherList.parse(list);

        assertThat(read.mistake()).isEmpty();
        assertThat(read.securityLevel()).isEqualTo(level == null ? OptionalInt.empty() : OptionalInt.of(level));
    }

    @Test
    void theLastLevelCounts() {
        assertThat(CipherList.parse("@SECLEVEL=0:HIGH:@SECLEVEL=3").securityLevel())
                .hasValue(3);
        assertThat(CipherList.parse("ALL@SECLEVEL=3:!aNULL@SECLEVEL=0").securityLevel())
                .hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({"HIGH:@SECLEVEL=6", "HIGH:@SECLEVEL=12", "HIGH:@SECLEVEL", "HIGH:@seclevel=1", "HIGH:*", "HIGH@"})
    void aMistakeInACommandSpoilsTheList(String list) {
        assertThat(CipherList.parse(list).mistake()).isPresent();
    }

    /** A level that does not exist tells whether the command is read at all. */
    @Test
    void theOpensslCommandRefusesTheSameLists() {
        OpenSsl openSsl = OpenSsl.require();
        List<String> starts = List.of("", "", "", "!", "-", "+", "@", "_");
        List<String> names = List.of(
                "HIGH",
                "ALL",
                "FOO",
                "DEFAULT",
                "ECDHE",
                "AES",
                "ECDHE-RSA-AES128-SHA",
                "TLS_AES_128_GCM_SHA256",
                "aNULL",
                "SHA256",
                "high",
                "");
        List<String> ends = List.of(
                "", "", "", "", "+AES", "+FOO", "+", "@STRENGTH", "@SECLEVEL=1", "@SECLEVEL=7", "@", "@SECLEVEL=", "*");
        long seed = 20261121;
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            StringBuilder list = new StringBuilder("HIGH:");
            for (int length = 1 + random.nextInt(3); length > 0; length--) {
                list.append(starts.get(random.nextInt(starts.size())))
                        .append(names.get(random.nextInt(names.size())))
                        .append(ends.get(random.nextInt(ends.size())))
                        .append(":,; ".charAt(random.nextInt(4)));
            }
            // a good end, so that OpenSSL has ciphers left
            String text = list + "ALL";
            boolean mistaken = CipherList.parse(text).mistake().isPresent();
            refused += mistaken ? 1 : 0;
            OpenSsl.Answer answer = openSsl.ask("ciphers", text);
            boolean empty = answer.output().contains("no cipher match")
                    && !answer.output().contains("invalid command");
            assertThat(mistaken || empty).as("seed %d: %s", seed, text).isEqualTo(!answer.succeeded());
        }
        assertThat(refused).isBetween(50, 350);
    }
}
