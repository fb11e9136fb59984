package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.config.AddressPattern;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.NameColumn;
import io.github.pgmtls.lint.config.NamePattern;
import io.github.pgmtls.lint.postgres.Transport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What tools without an index do, as fast as can be: of each record it compares the names, transports and addresses, as
 * numbers in arrays, with those of each earlier one. It finds records that one other record shadows, and nothing else.
 *
 * <p>It takes the first name of a list for the whole list and IPv6 for a class of its own, which only makes it faster.
 */
final class Pairwise {

    private static final int ALL = 0;

    private final int[] database;
    private final int[] user;
    private final int[] transports;

    /** IPv4 addresses with their order kept. */
    private final int[] first;

    private final int[] last;

    private Pairwise(int records) {
        database = new int[records];
        user = new int[records];
        transports = new int[records];
        first = new int[records];
        last = new int[records];
    }

    static Pairwise of(List<HbaRecord> records) {
        Pairwise pairwise = new Pairwise(records.size());
        Map<NameColumn.Name, Integer> numbers = new HashMap<>();
        numbers.put(new NameColumn.Name(NamePattern.Kind.ALL, ""), ALL);
        for (int i = 0; i < records.size(); i++) {
            HbaRecord record = records.get(i);
            pairwise.database[i] = number(record.databaseNames(), numbers);
            pairwise.user[i] = number(record.userNames(), numbers);
            pairwise.setAddresses(i, record.address());
            for (Transport transport : Transport.values()) {
                pairwise.transports[i] |= record.type().matches(transport) ? 1 << transport.ordinal() : 0;
            }
        }
        return pairwise;
    }

    private static int number(NameColumn column, Map<NameColumn.Name, Integer> numbers) {
        return numbers.computeIfAbsent(column.names().get(0), name -> numbers.size());
    }

    private void setAddresses(int record, AddressPattern address) {
        first[record] = Integer.MIN_VALUE;
        last[record] = Integer.MAX_VALUE;
        if (address instanceof AddressPattern.Network network
                && !network.address().v6()) {
            int bits = (int) network.address().low();
            int mask = (int) network.mask().low();
            first[record] = (bits & mask) ^ Integer.MIN_VALUE;
            last[record] = (bits | ~mask) ^ Integer.MIN_VALUE;
        }
    }

    /** Returns how many records another one shadows alone. */
    int shadowed() {
        int count = 0;
        for (int record = 0; record < database.length; record++) {
            count += isShadowed(record) ? 1 : 0;
        }
        return count;
    }

    private boolean isShadowed(int record) {
        int itsDatabase = database[record];
        int itsUser = user[record];
        int itsTransports = transports[record];
        int itsFirst = first[record];
        int itsLast = last[record];
        for (int other = 0; other < record; other++) {
            if ((user[other] == itsUser || user[other] == ALL)
                    && (database[other] == itsDatabase || database[other] == ALL)
                    && first[other] <= itsFirst
                    && last[other] >= itsLast
                    && (transports[other] & itsTransports) == itsTransports) {
                return true;
            }
        }
        return false;
    }
}
