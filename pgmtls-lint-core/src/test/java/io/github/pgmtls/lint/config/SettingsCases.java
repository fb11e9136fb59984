package io.github.pgmtls.lint.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files that stand for one rule each of how servers read {@code postgresql.conf}; all texts are byte strings. */
final class SettingsCases {

    /**
     * A set of files.
     *
     * @param title the rule
     * @param files contents by path
     */
    record Case(String title, Map<String, String> files) {
        @Override
        public String toString() {
            return title;
        }
    }

    private final List<Case> cases = new ArrayList<>();

    private SettingsCases() {
        lines();
        values();
        duplicates();
        includes();
        names();
    }

    static List<Case> all() {
        return new SettingsCases().cases;
    }

    private void add(String title, String main, String... others) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("postgresql.conf", main);
        files.put("postgresql.auto.conf", "");
        for (int i = 0; i < others.length; i += 2) {
            files.put(others[i], others[i + 1]);
        }
        cases.add(new Case(title, files));
    }

    private void lines() {
        add("the equals sign is optional", "ssl_ca_file 'root.crt'\nssl_ca_filE='x'\nssl_ca_fiLe   =   'y'\n");
        add("CRLF is fine", "ssl_ca_file = 'root.crt'\r\nssl_crl_file = 'x'\r\n");
        add("CR alone is a blank", "ssl_ca_file = 'a'\rssl_crl_file = 'x'\r");
        add("a BOM becomes part of the first name", "\u00ef\u00bb\u00bfssl_ca_file = 'a'\n");
        add("a BOM before a comment is a syntax error", "\u00ef\u00bb\u00bf# comment\nssl_ca_file = 'a'\n");
        add("form feed is no blank", "\fssl_ca_file = 'a'\n");
        add("a NUL byte is a stray token", "ssl_ca_file = 'a'\n\0\n");
        add("a NUL byte in a comment", "# a \0 b\nssl_ca_file = 'a'\n");
        add("no continuation lines", "ssl_ca_file = \\\n'a'\n");
        add("no colon and no semicolon", "ssl_ca_file: 'a'\nssl_crl_file = 'b';\n");
        add("no double quotes", "ssl_ca_file = \"a\"\n");
        add("a comment may follow at once", "ssl_ca_file = 'a'#b\nssl_crl_file = c#d\n");
        add("a name without a value", "ssl_ca_file\nssl_crl_file =\n");
        add("an error at the end of the file", "ssl_ca_file = 'a'\nssl_crl_file =");
        add("an error in the only line, not ended", "ssl_ca_file");
        add("no final newline", "ssl_ca_file = 'a'");
        add("two values", "ssl_ca_file = 'a' 'b'\n");
        add("a line of its own in each kind of error", "=\n'a' = b\n1 = 2\n. = 1\n+ = 1\n-1 = x\n");
        add("a hundred errors", "?\n".repeat(100) + "ssl_ca_file = 'a'\n");
        add("a hundred and one errors", "?\n".repeat(99) + "ssl_ca_file = 'a'\n?\n?\n");
        add("an empty file", "");
        add("nothing but comments", "# a\n#b");
        add("bytes that are no UTF-8", "ssl_ca_file = '\u00ff\u00fe'\nx.\u00ff = \u00fe\n");
    }

    private void values() {
        add("word.word is a syntax error", "ssl_cert_file = server.crt\n");
        add(
                "other words with dots are not",
                "ssl_cert_file = certs/server.crt\nssl_key_file = server-1.key\nx.y = a.b.c\n");
        add("TLSv1.2 needs no quotes", "application_name = TLSv1.2\n");
        add("a path needs quotes", "ssl_cert_file = /etc/server.crt\n");
        add("a relative path with a leading dot needs quotes", "ssl_cert_file = ./server.crt\n");
        add("a star needs quotes", "listen_addresses = *\n");
        add(
                "cipher lists with ! or + need quotes",
                "ssl_ciphers = HIGH:!aNULL\nssl_cipherS = HIGH:+3DES\nssl_cipheRs = HIGH:MD5\n");
        add("letters behind a real number", "authentication_timeout = 1.5min\n");
        add("letters behind a whole number", "authentication_timeout = 1min\nauthentication_timeouT = '1 min'\n");
        add("a blank before the unit", "authentication_timeout = 1 min\n");
        add("an exponent without a point", "geqo_seed = 1e-1\n");
        add("an exponent with a point", "geqo_seed = 1.e-1\ngeqo_seeD = .5\ngeqo_SEED = 0.5E+0\n");
        add("hexadecimal numbers", "commit_delay = 0x1F\ncommit_delaY = 0X1F\n");
        add("octal numbers", "commit_delay = 010\ncommit_delaY = 08\n");
        add("quotes in quotes", "x.a = 'it''s'\nx.b = 'it\\'s'\nx.c = ''''\nx.d = '\\''\nx.e = ''\n");
        add("three quotes", "x.a = '''\n");
        add(
                "escapes",
                "x.a = 'a\\b\\f\\n\\r\\tz'\nx.b = '\\101\\1011\\8\\7'\nx.c = '\\C:\\\\d'\nx.d = '\\777\\400x'\n");
        add("an escaped quote at the end", "x.a = 'abc\\'\nx.b = 'd'\n");
        add("a NUL byte in a string", "x.a = 'abc\0def'\nx.b = 'abc\\0def'\n");
        add("a backslash at the end of the file", "x.a = 'abc\\");
        add("booleans", booleans());
        add(
                "a word of an enum in any case",
                "client_min_messages = NOTICE\nclient_min_messageS = 'Debug'\nclient_min_messaGes = 'notice '\n");
        add("a value of the wrong type", "ssl = 5432\ncommit_delay = on\ngeqo_seed = x\nclient_min_messages = 1\n");
        add("values out of range", "authentication_timeout = 0\nauthentication_timeouT = 601\ngeqo_seed = 1.1\n");
        add("a parameter that cannot be set", "ssl_library = 'OpenSSL'\nserver_version = 15\nblock_size = 8192\n");
        add("ssl_renegotiation_limit can only be 0", "ssl_renegotiation_limit = 0\nssl_renegotiation_limiT = 512\n");
        add(
                "protocol versions",
                "ssl_min_protocol_version = 'tlsv1.2'\nssl_max_protocol_version = ''\n"
                        + "ssl_min_protocol_versioN = ''\nssl_max_protocol_versioN = 'SSLv3'\n");
        add(
                "password_encryption",
                "password_encryption = md5\npassword_encryptioN = on\npassword_encryptiOn = 'scram-sha-256'\n");
    }

    private static String booleans() {
        StringBuilder lines = new StringBuilder();
        int number = 0;
        for (String value : List.of(
                "on", "of", "OFF", "o", "t", "tR", "TRUE", "truex", "y", "n", "No", "1", "0", "01", "2", "", " on",
                "enabled")) {
            StringBuilder name = new StringBuilder("hot_standby_feedback");
            for (int bit = 0; bit < 5; bit++) {
                char c = name.charAt(bit < 3 ? bit : bit + 1);
                name.setCharAt(bit < 3 ? bit : bit + 1, (number >> bit & 1) == 1 ? Character.toUpperCase(c) : c);
            }
            lines.append(name).append(" = '").append(value).append("'\n");
            number++;
        }
        return lines.toString();
    }

    private void duplicates() {
        add("the last occurrence wins", "ssl_ca_file = 'a'\nssl_ca_file = 'b'\n");
        add("an earlier one of the same spelling is not looked at", "commit_delay = x\ncommit_delay = 1\n");
        add("an earlier one of another spelling is", "Commit_delay = x\ncommit_delay = 1\n");
        add("three spellings, two alike", "Commit_delay = x\ncommit_delay = y\nCommit_delay = 1\n");
        add("an old name is another spelling", "sort_mem = x\nwork_mem = '64kB'\nsort_mem = 64\n");
        add("unknown names are all told", "foo = 1\nfoo = 2\nFOO = 3\n");
        add("custom names: the last wins too", "x.y = 1\nX.y = 2\nx.y = 3\n");
        add("postgresql.auto.conf is read last", "commit_delay = x\n", "postgresql.auto.conf", "commit_delay = 1\n");
        add(
                "a bad postgresql.auto.conf",
                "commit_delay = x\n",
                "postgresql.auto.conf",
                "commit_delay 1 1\nnext = 'a\n");
        add("both files are bad", "commit_delay = = 1\n", "postgresql.auto.conf", "commit_delay 1 1\n");
        add("an unknown name in postgresql.auto.conf", "commit_delay = x\n", "postgresql.auto.conf", "foo = 1\n");
    }

    private void includes() {
        add(
                "an include stands for its lines",
                "commit_delay = 1\ninclude 'a.conf'\ncommit_delay = 3\n",
                "a.conf",
                "commit_delay = 2\n");
        add("the last include wins", "commit_delay = 1\ninclude = 'a.conf'\n", "a.conf", "commit_delay = 2\n");
        add(
                "the directive in capitals, with a sign",
                "INCLUDE = 'a.conf'\nInclude_If_Exists=a/b\n",
                "a.conf",
                "",
                "a/b",
                "commit_delay = 2\n");
        add(
                "relative to the including file",
                "include 'd/a.conf'\n",
                "d/a.conf",
                "include 'b.conf'\n",
                "d/b.conf",
                "commit_delay = 2\n",
                "b.conf",
                "commit_delay = 3\n");
        add("upwards", "include 'd/a.conf'\n", "d/a.conf", "include '../b.conf'\n", "b.conf", "commit_delay = 3\n");
        add("an absolute file with a slash behind it", "include '${DATA}/a.conf/'\n", "a.conf", "commit_delay = 2\n");
        add("a file with a slash behind it", "include 'a.conf/'\n", "a.conf", "commit_delay = 2\n");
        add("perhaps a file with a slash", "include_if_exists '${DATA}/a.conf/'\n", "a.conf", "commit_delay = 2\n");
        add("a directory with a slash", "include_dir '${DATA}/d/'\n", "d/a.conf", "commit_delay = 2\n");
        add("a file below a file", "include 'a.conf/b.conf'\n", "a.conf", "commit_delay = 2\n");
        add("a directory below a file", "include_dir 'a.conf/d'\n", "a.conf", "commit_delay = 2\n");
        add("a name too long for a file", "include '" + "n".repeat(256) + "'\n");
        add("a name too long for a directory", "include_dir '" + "n".repeat(256) + "'\n");
        add(
                "a file behind the way back from nothing",
                "include '${DATA}/no/../a.conf'\n",
                "a.conf",
                "commit_delay = 2\n");
        add("a file behind the way back from a file", "include '${DATA}/b/../a.conf'\n", "a.conf", "", "b", "");
        add("a missing include", "include 'none.conf'\ncommit_delay = 1\n");
        add("a missing optional include", "include_if_exists 'none.conf'\ncommit_delay = 1\n");
        add(
                "a missing include in an optional one",
                "include_if_exists 'a.conf'\n",
                "a.conf",
                "include 'b.conf'\nfoo = 1\n");
        add("an empty name", "include ''\ninclude_if_exists ' '\ninclude_dir '\t'\ninclude '\\n'\n");
        add("a directory as a file", "include 'd'\ncommit_delay = 1\n", "d/a.conf", "");
        add("an optional directory as a file", "include_if_exists 'd'\n", "d/a.conf", "");
        add("itself", "include 'postgresql.conf'\n");
        add("itself with a detour", "include './postgresql.conf'\ninclude 'd/../postgresql.conf'\n", "d/a.conf", "");
        add("itself with a detour through nothing", "include 'd/../postgresql.conf'\n");
        add("each other", "include 'a.conf'\n", "a.conf", "commit_delay = 1\ninclude 'postgresql.conf'\n");
        add("depth ten", depth(10)[0], chain(10));
        add("depth eleven", depth(11)[0], chain(11));
        add(
                "a directory in byte order",
                "include_dir 'd'\n",
                "d/b.conf",
                "x.y = b\n",
                "d/B.conf",
                "x.y = B\n",
                "d/1.conf",
                "x.y = 1\n",
                "d/_.conf",
                "x.y = _\n");
        add(
                "only names in .conf of six bytes or more that are not hidden",
                "include_dir = 'd'\n",
                "d/.a.conf",
                "foo = 1\n",
                "d/.conf",
                "foo = 2\n",
                "d/a.CONF",
                "foo = 3\n",
                "d/a.conf~",
                "foo = 4\n",
                "d/a.conf",
                "x.y = 5\n",
                "d/\u00e4.conf",
                "x.z = 6\n");
        add("directories in a directory", "include_dir 'd'\n", "d/a.conf/b.conf", "foo = 1\n", "d/b.conf", "x.y = 2\n");
        add("an empty directory", "include_dir 'd'\n", "d/e/x", "");
        add("a missing directory", "include_dir 'none'\ncommit_delay = 1\n");
        add("a file as a directory", "include_dir 'a.conf'\n", "a.conf", "");
        add(
                "a directory stops at its first bad file",
                "include_dir 'd'\ncommit_delay = 1\n",
                "d/a.conf",
                "x.y = 1\n",
                "d/b.conf",
                "=\n",
                "d/c.conf",
                "x.y = 3\n");
        add("a directory that holds its includer", "include_dir 'd'\n", "d/a.conf", "include_dir '.'\n");
        add(
                "an error in an included file does not end the includer",
                "=\ninclude 'a.conf'\nx.y = 1\n=\n",
                "a.conf",
                "=\nx.z = 2\n=\n");
        add("a bare word may be a file name", "include d/a\n", "d/a", "x.y = 1\n");
        add("a name with a dot needs quotes", "include a.conf\n", "a.conf", "x.y = 1\n");
        add("a number may be a file name", "include 5\n", "5", "x.y = 1\n");
        add(
                "includes in postgresql.auto.conf",
                "x.y = 1\n",
                "postgresql.auto.conf",
                "include 'a.conf'\n",
                "a.conf",
                "x.y = 2\n");
        add("a non-ASCII file name", "include '\u00c3\u00a4.conf'\n");
    }

    private static String[] depth(int depth) {
        return new String[] {depth == 0 ? "x.y = 1\n" : "x.y = 0\ninclude 'c1.conf'\n"};
    }

    private static String[] chain(int depth) {
        List<String> files = new ArrayList<>();
        for (int i = 1; i <= depth; i++) {
            files.add("c" + i + ".conf");
            files.add("x.y = " + i + "\n" + (i < depth ? "include 'c" + (i + 1) + ".conf'\n" : ""));
        }
        return files.toArray(String[]::new);
    }

    private void names() {
        add(
                "an unknown name keeps all others from being applied",
                "ssl_cafile = 'a'\ncommit_delay = x\nssl_ca_file = 'b'\n");
        add("a bad value does not", "commit_delay = x\nssl_ca_file = 'b'\n");
        add(
                "names of all versions",
                String.join(
                        "",
                        List.of(
                                "ssl_crl_dir = ''\n",
                                "ssl_groups = 'X25519'\n",
                                "ssl_tls13_ciphers = ''\n",
                                "ssl_ecdh_curve = 'prime256v1'\n",
                                "ssl_min_protocol_version = 'TLSv1.2'\n",
                                "ssl_passphrase_command = ''\n",
                                "db_user_namespace = off\n",
                                "ssl_sni = off\n",
                                "hosts_file = 'x'\n",
                                "scram_iterations = 4096\n",
                                "md5_password_warnings = on\n")));
        for (String name : List.of(
                "ssl_crl_dir",
                "ssl_groups",
                "ssl_tls13_ciphers",
                "ssl_ecdh_curve",
                "ssl_max_protocol_version",
                "ssl_passphrase_command_supports_reload",
                "db_user_namespace",
                "krb_caseins_users",
                "gss_accept_delegation",
                "scram_iterations",
                "md5_password_warnings",
                "oauth_validator_libraries",
                "ssl_prefer_server_ciphers",
                "ssl_dh_params_file",
                "ssl_renegotiation_limit",
                "default_with_oids",
                "wal_keep_segments",
                "wal_keep_size",
                "stats_temp_directory",
                "operator_precedence_warning",
                "vacuum_cleanup_index_scale_factor")) {
            add("the version decides about " + name, name + " = 0\n");
        }
        add("names of libpq", "sslrootcert = 'a'\nsslmode = 'b'\n");
        add("a name with a dot is free", "ssl.ca_file = 'a'\n_.\u00e4 = x\n");
        add("default_with_oids", "default_with_oids = false\ndefault_with_oidS = true\n");
        add("limits of single parameters", "vacuum_buffer_usage_limit = 5\nvacuum_buffer_usage_limiT = 0\n".repeat(1));
    }
}
