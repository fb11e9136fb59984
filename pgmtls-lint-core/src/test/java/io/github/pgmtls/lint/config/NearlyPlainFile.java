package io.github.pgmtls.lint.config;

/** Makes files of lines that are plain, or look like it, the same for the same seed. */
final class NearlyPlainFile {

    private static final String[] TYPES = {
        "host", "host", "hostssl", "hostssl", "hostnossl", "hostgssenc", "hostnogssenc", "local", "Host", "include"
    };

    private static final String[] NAMES = {
        "all",
        "app",
        "app1",
        "sameuser",
        "samerole",
        "samegroup",
        "replication",
        "+ops",
        "app,blog",
        "a,b,+c",
        "all,x",
        "a,,b",
        "a,",
        ",a",
        "@list",
        "a@b",
        "/^a",
        "/(",
        "/",
        "+",
        "\"all\"",
        "a\"b",
        "x+y",
        "caf\u00e9",
        "a\\b",
        ","
    };

    private static final String[] ADDRESSES = {
        "all",
        "samehost",
        "samenet",
        "10.0.0.0/8",
        "10.1.2.3/32",
        "0.0.0.0/0",
        "10.0.0.5/24",
        "010.1.2.3/32",
        "10.1/16",
        "10.0.0.0/33",
        "10.0.0.0/08",
        "10.0.0.0/",
        "10.0.0.256/8",
        "10.0.0.0/+8",
        "10.0.0.0.0/8",
        "1.2.3./8",
        "::/0",
        "2001:db8::/32",
        "fe80::1%eth0/64",
        "::ffff:10.0.0.1/128",
        "127.0.0.1 255.0.0.0",
        "db.example.com",
        ".example.com",
        "a,b",
        "/8",
        "10.0.0.1/8/8",
        "0x0a.0.0.0/8"
    };

    private static final String[] RESTS = {
        "md5",
        "scram-sha-256",
        "trust",
        "reject",
        "cert",
        "cert map=m",
        "cert map=m clientname=DN",
        "md5 clientcert=verify-ca",
        "md5 clientcert=1",
        "peer",
        "peer map=os",
        "ident",
        "gss include_realm=0",
        "ldap",
        "ldap ldapserver=h ldapprefix=p",
        "cert map=a map=b",
        "md5 # comment",
        "md5#comment",
        "md5,trust",
        "cert map=\"m n\"",
        "MD5",
        "",
        "oauth",
        "md5 x",
        "radius radiusservers=10.0.0.1 radiussecrets=s"
    };

    private static final String[] BLANKS = {" ", " ", "\t", "  ", " \t ", "\r", "\f", ""};

    private static final String BYTES = "\t\r\n\f\0 ,\"#@/+\\=ax1.\u00ff";

    private final Dice dice;

    NearlyPlainFile(long seed) {
        this.dice = new Dice(seed);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int lines = dice.between(1, 30); lines > 0; lines--) {
            text.append(dice.percent(80) ? line() : changed(line())).append(dice.percent(95) ? "\n" : "\r\n");
        }
        return dice.percent(10) ? text.substring(0, text.length() - 1) : text.toString();
    }

    private String line() {
        String type = dice.of(TYPES);
        StringBuilder line = new StringBuilder(dice.percent(10) ? dice.of(BLANKS) : "").append(type);
        line.append(blank()).append(dice.percent(50) ? "all" : dice.of(NAMES));
        line.append(blank()).append(dice.percent(50) ? "app" : dice.of(NAMES));
        if (!type.equals("local")) {
            line.append(blank()).append(dice.of(ADDRESSES));
        }
        line.append(blank()).append(dice.of(RESTS));
        return line.append(dice.percent(10) ? dice.of(BLANKS) : "").toString();
    }

    private String blank() {
        return dice.percent(95) ? " " : dice.of(BLANKS);
    }

    private String changed(String line) {
        StringBuilder changed = new StringBuilder(line);
        char c = BYTES.charAt(dice.below(BYTES.length()));
        int at = dice.below(line.length());
        if (dice.percent(50)) {
            changed.setCharAt(at, c);
        } else {
            changed.insert(at, c);
        }
        return changed.toString();
    }
}
