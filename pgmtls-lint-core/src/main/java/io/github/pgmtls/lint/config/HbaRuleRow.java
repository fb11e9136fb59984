package io.github.pgmtls.lint.config;

import java.util.List;
import java.util.Optional;

/**
 * A row of the view {@code pg_hba_file_rules}, with the columns of version 16 on in every version. Texts are byte
 * strings, and nothing in them is masked.
 *
 * @param ruleNumber column "rule_number", from 1; absent in a row that tells an error
 * @param file column "file_name", as a path in the tree
 * @param lineNumber column "line_number"
 * @param type column "type"; absent, like the columns behind it, if the line gives no record
 * @param databases column "database"; empty where the view has NULL
 * @param users column "user_name"; empty where the view has NULL
 * @param address column "address"; absent in records for local sockets
 * @param netmask column "netmask"; absent unless the address is a number
 * @param method column "auth_method"
 * @param options column "options"; empty where the view has NULL. Secrets are in it: mask before printing
 * @param error column "error"; the server leaves out some of its complaints, so that a row can have neither a
 *     record nor an error
 */
public record HbaRuleRow(
        Optional<Integer> ruleNumber,
        String file,
        int lineNumber,
        Optional<String> type,
        List<String> databases,
        List<String> users,
        Optional<String> address,
        Optional<String> netmask,
        Optional<String> method,
        List<String> options,
        Optional<String> error) {

    public HbaRuleRow {
        databases = List.copyOf(databases);
        users = List.copyOf(users);
        options = List.copyOf(options);
    }
}
