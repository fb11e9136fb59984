package io.github.pgmtls.lint.postgres;

import io.github.pgmtls.lint.postgres.ParameterVerdict.Accepted;
import io.github.pgmtls.lint.postgres.ParameterVerdict.NotJudged;
import io.github.pgmtls.lint.postgres.ParameterVerdict.Rejected;
import java.util.Optional;
import java.util.Set;

/**
 * What the server checks about the value of one parameter beyond its type and range: its "check hook" in guc.c and
 * guc_parameters.dat. Checks that look at the machine, at other parameters or at lists that this library does not hold
 * are named but not judged.
 */
final class ParameterCheck {

    /** Buffer counts that must be a multiple of {@value #SLRU_BANK_SIZE} (17 and later). */
    private static final Set<String> BANKED = Set.of(
            "commit_timestamp_buffers",
            "multixact_member_buffers",
            "multixact_offset_buffers",
            "notify_buffers",
            "serializable_buffers",
            "subtransaction_buffers",
            "transaction_buffers");

    private static final int SLRU_BANK_SIZE = 16;

    /** The smallest ring of buffers for VACUUM, in kB. */
    private static final int LEAST_VACUUM_RING = 128;

    /** The sum of these is limited by a check that was dropped in 18. */
    private static final Set<String> BACKENDS =
            Set.of("max_connections", "autovacuum_max_workers", "max_worker_processes", "max_wal_senders");

    /** Any sum of the defaults and one of these stays below the limit of 262143. */
    private static final int SAFE_BACKENDS = 262_000;

    /** A stack of 8 MB, the usual limit, less the 512 kB that the server keeps free; in kB. */
    private static final int USUAL_STACK = 7_680;

    private static final Set<String> STATISTICS =
            Set.of("log_parser_stats", "log_planner_stats", "log_executor_stats", "log_statement_stats");

    /** Texts that the server checks further: lists of words, names of locales, time zones and so on. */
    private static final Set<String> CHECKED_TEXTS = Set.of(
            "client_encoding",
            "createrole_self_grant",
            "DateStyle",
            "debug_io_direct",
            "default_table_access_method",
            "default_text_search_config",
            "io_direct",
            "lc_messages",
            "lc_monetary",
            "lc_numeric",
            "lc_time",
            "log_connections",
            "log_destination",
            "log_min_messages",
            "log_timezone",
            "backtrace_functions",
            "output_plugin_libraries",
            "primary_slot_name",
            "recovery_target",
            "recovery_target_lsn",
            "recovery_target_name",
            "recovery_target_time",
            "recovery_target_timeline",
            "recovery_target_xid",
            "restrict_nonsystem_relation_kind",
            "search_path",
            "synchronized_standby_slots",
            "synchronous_standby_names",
            "temp_tablespaces",
            "TimeZone",
            "timezone_abbreviations",
            "transaction_isolation",
            "wal_consistency_checking");

    private final PostgresVersion version;
    private final Parameter parameter;

    ParameterCheck(PostgresVersion version, Parameter parameter) {
        this.version = version;
        this.parameter = parameter;
    }

    ParameterVerdict check(Accepted accepted) {
        return switch (parameter.type()) {
            case BOOL -> bool(accepted);
            case INTEGER -> integer(accepted);
            case STRING -> text(accepted);
            case REAL, ENUM -> accepted;
        };
    }

    private ParameterVerdict bool(Accepted accepted) {
        boolean on = accepted.value().equals("on");
        return switch (parameter.name()) {
            case "bonjour" -> on ? unjudged(accepted, "only some builds of the server support Bonjour") : accepted;
            case "default_with_oids" ->
                version.isAtLeast(12) && on ? rejected("tables declared WITH OIDS are not supported") : accepted;
            case "standard_conforming_strings" -> version.isAtLeast(19) && !on ? invalid("0") : accepted;
            default ->
                on && STATISTICS.contains(parameter.name())
                        ? unjudged(accepted, "it must not be combined with other statistics in the log")
                        : accepted;
        };
    }

    private ParameterVerdict integer(Accepted accepted) {
        int value = Integer.parseInt(accepted.value());
        String name = parameter.name();
        boolean badBank = BANKED.contains(name) && value % SLRU_BANK_SIZE != 0;
        boolean badRing = name.equals("vacuum_buffer_usage_limit") && value != 0 && value < LEAST_VACUUM_RING;
        boolean badConcurrency = name.equals("io_max_concurrency") && value == 0;
        if (badBank || badRing || badConcurrency) {
            return invalid(accepted.value());
        }
        if (BACKENDS.contains(name) && !version.isAtLeast(18) && value > SAFE_BACKENDS) {
            return unjudged(accepted, "the sum of all connections and workers is limited");
        }
        return name.equals("max_stack_depth") && value > USUAL_STACK
                ? unjudged(accepted, "it depends on the stack limit of the server's machine")
                : accepted;
    }

    private ParameterVerdict text(Accepted accepted) {
        String name = parameter.name();
        if (parameter.vendor().isPresent()) {
            return unjudged(accepted, "only " + parameter.vendor().get() + " builds know this parameter");
        }
        if (name.equals("session_authorization") || (name.equals("role") && !isNone(accepted.value()))) {
            // Both need a catalog lookup, which is impossible while the server starts.
            return invalid("\"" + accepted.value() + "\"");
        }
        return CHECKED_TEXTS.contains(name)
                ? unjudged(accepted, "the server checks it in a way that is not modelled")
                : accepted;
    }

    private static boolean isNone(String role) {
        return role.equals("none");
    }

    private ParameterVerdict invalid(String printed) {
        return rejected("invalid value for parameter \"" + parameter.name() + "\": " + printed);
    }

    private static ParameterVerdict rejected(String message) {
        return new Rejected(message, Optional.empty());
    }

    private static ParameterVerdict unjudged(Accepted accepted, String reason) {
        return new NotJudged(accepted.value(), reason);
    }
}
