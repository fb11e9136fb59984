package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.config.HbaRecord;
import java.util.Optional;

/**
 * A record that decides connections, with an example.
 *
 * @param index of the record in the list; behind the last one, the implicit reject
 * @param record the record; nothing for the implicit reject
 * @param decision what it decides
 * @param witness a connection that it decides, certain if there is a certain one
 */
public record Decider(int index, Optional<HbaRecord> record, Decision decision, Witness witness) {}
