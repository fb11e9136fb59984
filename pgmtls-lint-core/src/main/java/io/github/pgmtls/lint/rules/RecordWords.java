package io.github.pgmtls.lint.rules;

import io.github.pgmtls.lint.config.AddressPattern;
import io.github.pgmtls.lint.config.HbaOption;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.NameColumn;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What several records say, for a finding that is one for all of them: another record makes another finding. */
public final class RecordWords {

    private RecordWords() {}

    /** Returns something that tells these records from others, however they are laid out; nothing of a single one. */
    public static String of(List<HbaRecord> records) {
        if (records.size() < 2) {
            return ""; // then its place says enough
        }
        StringBuilder words = new StringBuilder();
        for (HbaRecord record : records) {
            add(words, record);
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(words.toString().getBytes(StandardCharsets.UTF_8));
            return records.size() + " records " + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void add(StringBuilder words, HbaRecord record) {
        words.append(record.type().name());
        add(words, record.databaseNames());
        add(words, record.userNames());
        add(words, record.address());
        words.append(record.method().name());
        for (HbaOption option : record.demand().options()) {
            words.append(' ').append(option.option().keyword()).append('=').append(option.value());
        }
        words.append('\n');
    }

    private static void add(StringBuilder words, NameColumn names) {
        char separator = '\t';
        for (NameColumn.Name name : names.names()) {
            words.append(separator).append(name.kind().name()).append(' ').append(name.text());
            separator = ',';
        }
        words.append('\t');
    }

    private static void add(StringBuilder words, AddressPattern address) {
        if (address instanceof AddressPattern.Network network) {
            words.append(network.address()).append('/').append(network.mask());
        } else if (address instanceof AddressPattern.HostName host) {
            words.append(host.name());
        } else {
            words.append(address.getClass().getSimpleName());
        }
        words.append('\t');
    }
}
