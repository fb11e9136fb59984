package io.github.pgmtls.lint.config;

/** Records of pg_hba.conf up to the method. */
final class RecordCases {

    private RecordCases() {}

    static void addTo(AuthCases cases) {
        addTypes(cases);
        addNames(cases);
        addAddresses(cases);
        addMasks(cases);
        addMethods(cases);
    }

    private static void addTypes(AuthCases cases) {
        cases.add("all types", """
                        local all all trust
                        host all all all trust
                        hostssl all all all trust
                        hostnossl all all all trust
                        hostgssenc all all all trust
                        hostnogssenc all all all trust
                        """)
                .add("types in other letters", """
                        LOCAL all all trust
                        Host all all all trust
                        hostSSL all all all trust
                        hostnoSSL all all all trust
                        """)
                .add("almost types", """
                        hosts all all all trust
                        hostssll all all all trust
                        hostgss all all all trust
                        hostno all all all trust
                        loca all all trust
                        "" all all trust
                        """)
                .add("several types", "host,hostssl all all all trust\n")
                .add("missing columns", """
                        local
                        local all
                        local all all
                        host
                        host all
                        host all all
                        host all all all
                        host all all 10.0.0.0/8
                        host all all 10.0.0.0
                        host all all 10.0.0.0 255.0.0.0
                        host all all db.example.org
                        """)
                .add("the address column is missing", """
                        hostssl all all cert
                        hostssl all all cert map=a
                        host all all md5
                        host all all trust # no address
                        host all all reject reject
                        """)
                .add("a local record with an address", """
                        local all all 127.0.0.1/32 trust
                        local all all all trust
                        """)
                .add(
                        "a record of a version without TLS",
                        "hostssl all all all trust\nhostssl all all all cert\nhostssl all all all bad\n")
                .add("hostgssenc with every method", """
                        hostgssenc all all all trust
                        hostgssenc all all all reject
                        hostgssenc all all all gss
                        hostgssenc all all all md5
                        hostgssenc all all all cert
                        hostgssenc all all all peer
                        hostgssenc all all all nonsense
                        """);
    }

    private static void addNames(AuthCases cases) {
        cases.add("keywords", """
                        local all all trust
                        local replication all trust
                        local sameuser sameuser trust
                        local samerole samerole trust
                        local samegroup samegroup trust
                        local ALL ALL trust
                        local All,Replication replication trust
                        local samehost samenet trust
                        """)
                .add("lists with keywords", "local all,replication,a +r,all,b trust\n")
                .add(
                        "membership",
                        "local +a +a trust\nlocal all + trust\nlocal all ++a,+\"\" trust\nlocal all +all trust\n")
                .add("no negation", "local !a !b trust\nlocal -a -b trust\n")
                .add("regular expressions", """
                        local /^a /^b trust
                        local all /^(a|b)$ trust
                        local /a,/b,c /d,e trust
                        local / / trust
                        """)
                .add("a list sign alone", "local @ @ trust\nlocal a,@ all trust\n")
                .add("names of all sorts", "local template1,my-db,a.b,1,* x@y,$1,%u trust\n")
                .add("include words in other columns", "local include include trust\n")
                .add("very many names", "local " + "a,".repeat(3000) + "b all trust\n");
    }

    private static void addAddresses(AuthCases cases) {
        cases.add("address keywords", """
                        host all all all trust
                        host all all samehost trust
                        host all all samenet trust
                        host all all ALL trust
                        host all all All trust
                        host all all SAMEHOST trust
                        host all all all/8 trust
                        host all all samehost/8 trust
                        host all all all,samehost trust
                        host all all sameuser trust
                        """)
                .add("addresses of version 4", """
                        host all all 10.0.0.0/8 trust
                        host all all 0.0.0.0/0 trust
                        host all all 255.255.255.255/32 trust
                        host all all 10.1.2.3/8 trust
                        host all all 1.2.3.4/31 trust
                        host all all 127.0.0.1/1 trust
                        """)
                .add("addresses as the C library reads them", """
                        host all all 10/8 trust
                        host all all 10.1/32 trust
                        host all all 10.1.2/32 trust
                        host all all 10.65536/32 trust
                        host all all 10.16777215/32 trust
                        host all all 10.16777216/32 trust
                        host all all 10.1.65535/32 trust
                        host all all 10.1.65536/32 trust
                        host all all 0x7f.1/32 trust
                        host all all 0X7F.0x0.1/32 trust
                        host all all 2130706433/32 trust
                        host all all 4294967295/32 trust
                        host all all 4294967296/32 trust
                        host all all 18446744073709551616/32 trust
                        host all all 010.0.0.010/32 trust
                        host all all 037777777777/32 trust
                        host all all 0377.1/32 trust
                        host all all 0400.1/32 trust
                        host all all 00.00.00.00/0 trust
                        host all all 0/0 trust
                        host all all 0x/0 trust
                        host all all 0xg/0 trust
                        host all all 08/0 trust
                        host all all 0x0000000000000000000001/32 trust
                        """)
                .add("addresses that are host names", """
                        host all all 256.1.1.1 trust
                        host all all 010.0.0.08 trust
                        host all all 1.2.3.4.5 trust
                        host all all 1.2.3. trust
                        host all all 1.2.3.4. trust
                        host all all .1.2.3 trust
                        host all all 1..2 trust
                        host all all [::1] trust
                        host all all 1.2.3.4:5432 trust
                        host all all *.example.org trust
                        host all all 1.2.3.x trust
                        host all all -1 trust
                        host all all +1 trust
                        host all all 1.2.3.4x trust
                        host all all "" trust
                        host all all " 1.2.3.4" trust
                        host all all "1.2.3.4 " trust
                        host all all 1.2.3.4\t trust
                        host all all 1e3 trust
                        host all all 0b1 trust
                        host all all 1_000 trust
                        """)
                .add("host names with a prefix length", """
                        host all all 256.1.1.1/8 trust
                        host all all [::1]/128 trust
                        host all all 1.2.3.4:5432/32 trust
                        host all all db.example.org/32 trust
                        host all all /8 trust
                        host all all / trust
                        host all all ""/8 trust
                        host all all .example.org/ trust
                        """)
                .add("host names", """
                        host all all db.example.org trust
                        host all all .example.org trust
                        host all all localhost trust
                        host all all DB.Example.ORG trust
                        host all all a trust
                        host all all \u00c3\u00b6.example trust
                        host all all db.example.org 255.0.0.0 trust
                        host all all all 255.0.0.0 trust
                        host all all samehost 255.0.0.0 trust
                        """)
                .add("addresses of version 6", """
                        host all all ::/0 trust
                        host all all ::1/128 trust
                        host all all 2001:db8::/32 trust
                        host all all 2001:DB8:0:0:0:0:0:1/128 trust
                        host all all 2001:db8:0:0:1:0:0:1/128 trust
                        host all all 2001:db8:0:1:1:1:1:1/128 trust
                        host all all 1:2:3:4:5:6:7:8/128 trust
                        host all all 1:2:3:4:5:6:7::/128 trust
                        host all all ::2:3:4:5:6:7:8/128 trust
                        host all all 0:0:0:0:0:0:0:0/0 trust
                        host all all ::ffff:1.2.3.4/128 trust
                        host all all ::ffff:0:1.2.3.4/128 trust
                        host all all ::1.2.3.4/128 trust
                        host all all ::0.0.1.2/128 trust
                        host all all ::1:2/128 trust
                        host all all 64:ff9b::1.2.3.4/96 trust
                        host all all 1:2:3:4:5:6:1.2.3.4/128 trust
                        host all all fe80::1/64 trust
                        host all all ff02::1/128 trust
                        host all all ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/1 trust
                        host all all 0001:0002::0003/127 trust
                        host all all 1:0:0:2:0:0:0:3/65 trust
                        host all all 1:0:2:0:3:0:4:0/64 trust
                        """)
                .add("almost addresses of version 6", """
                        host all all ::: trust
                        host all all : trust
                        host all all 1: trust
                        host all all :1 trust
                        host all all 1:2:3:4:5:6:7 trust
                        host all all 1:2:3:4:5:6:7:8:9 trust
                        host all all 1::2::3 trust
                        host all all ::12345 trust
                        host all all ::00001 trust
                        host all all ::g trust
                        host all all ::1.2.3 trust
                        host all all ::1.2.3.04 trust
                        host all all ::1.2.3.256 trust
                        host all all ::1.2.3.4.5 trust
                        host all all 1:2:3:4:5:6:7:1.2.3.4 trust
                        host all all 1:2:3:4:5:6:7:8:: trust
                        host all all ::1:2:3:4:5:6:7:8 trust
                        host all all 1:2:3:4:5:6:7:8: trust
                        host all all ::1.2.3.4: trust
                        host all all ::1.2.3.4:5 trust
                        host all all ::.1.2.3 trust
                        host all all 1.2.3.4:: trust
                        host all all ::x.2.3.4 trust
                        host all all 12345::1.2.3.4 trust
                        host all all ::1 trust
                        host all all ::1 md5
                        """)
                .add("zones", """
                        host all all fe80::1%1/64 trust
                        host all all fe80::1%lo/64 trust
                        host all all fe80::1%0/64 trust
                        host all all fe80::1%01/64 trust
                        host all all fe80::1%4294967295/64 trust
                        host all all fe80::1%00000000000000000001/64 trust
                        host all all fe80::1%4294967296/64 trust
                        host all all fe80::1%18446744073709551617/64 trust
                        host all all fe80::1%/64 trust
                        host all all fe80::1%1x/64 trust
                        host all all fe80::1%+1/64 trust
                        host all all fe80::1%-1/64 trust
                        host all all "fe80::1% 1/64" trust
                        host all all fe80::1%1%1/64 trust
                        host all all febf::1%lo/64 trust
                        host all all fec0::1%lo/64 trust
                        host all all ff02::1%lo/64 trust
                        host all all ff12::1%lo/64 trust
                        host all all ff05::1%lo/64 trust
                        host all all 2001:db8::1%1/64 trust
                        host all all 2001:db8::1%lo/64 trust
                        host all all ::1%1/128 trust
                        host all all 1.2.3.4%1/32 trust
                        host all all 1.2.3.4%lo/32 trust
                        host all all fe80::1 ffff::%1 trust
                        host all all %1 trust
                        """);
    }

    private static void addMasks(AuthCases cases) {
        cases.add("prefix lengths", """
                        host all all 1.2.3.4/0 trust
                        host all all 1.2.3.4/32 trust
                        host all all 1.2.3.4/33 trust
                        host all all 1.2.3.4/-1 trust
                        host all all 1.2.3.4/-0 trust
                        host all all 1.2.3.4/08 trust
                        host all all 1.2.3.4/+8 trust
                        host all all 1.2.3.4/ trust
                        host all all 1.2.3.4/0x8 trust
                        host all all 1.2.3.4/8/8 trust
                        host all all 1.2.3.4/255.0.0.0 trust
                        host all all 1.2.3.4/8x trust
                        host all all "1.2.3.4/ 8" trust
                        host all all "1.2.3.4/\t8" trust
                        host all all "1.2.3.4/\f8" trust
                        host all all "1.2.3.4/8 " trust
                        host all all "1.2.3.4/+ 8" trust
                        host all all 1.2.3.4/+-8 trust
                        host all all 1.2.3.4/+ trust
                        host all all 1.2.3.4/4294967304 trust
                        host all all 1.2.3.4/18446744073709551624 trust
                        host all all 1.2.3.4/00000000000000000000008 trust
                        host all all ::1/128 trust
                        host all all ::1/129 trust
                        host all all ::1/0 trust
                        host all all ::1/64 trust
                        host all all ::1/63 trust
                        host all all ::1/ trust
                        host all all ::1/ffff:: trust
                        """).add("masks", """
                        host all all 1.2.3.4 255.255.255.0 trust
                        host all all 1.2.3.4 0.0.0.0 trust
                        host all all 1.2.3.4 255.0.255.0 trust
                        host all all 1.2.3.4 8 trust
                        host all all 1.2.3.4 0xffffff00 trust
                        host all all 1.2.3.4 255.1 trust
                        host all all 1.2.3.4 ffff:: trust
                        host all all 1.2.3.4 all trust
                        host all all 1.2.3.4 md5
                        host all all 1.2.3.4 "" trust
                        host all all 1.2.3.4 255.255.255.0/24 trust
                        host all all 1.2.3.4 255.255.255.256 trust
                        host all all 1.2.3.4 255.0.0.0,255.0.0.0 trust
                        host all all 1.2.3.4 localhost trust
                        host all all ::1 ffff:ffff::ffff trust
                        host all all ::1 :: trust
                        host all all ::1 255.0.0.0 trust
                        host all all ::1 8 trust
                        host all all 1.2.3.4/8 255.0.0.0 trust
                        host all all 1.2.3.4 255.0.0.0 255.0.0.0 trust
                        """);
    }

    private static void addMethods(AuthCases cases) {
        for (String type : new String[] {"local all all", "host all all all", "hostssl all all all"}) {
            cases.add("all methods of " + type, """
                            %1$s trust
                            %1$s reject
                            %1$s password
                            %1$s md5
                            %1$s scram-sha-256
                            %1$s ident
                            %1$s peer
                            %1$s gss
                            %1$s sspi
                            %1$s pam
                            %1$s bsd
                            %1$s ldap
                            %1$s cert
                            %1$s radius
                            %1$s oauth
                            %1$s krb5
                            %1$s crypt
                            %1$s implicit reject
                            %1$s TRUST
                            %1$s scram
                            %1$s scram-sha-256-plus
                            %1$s ""
                            %1$s trust trust
                            %1$s trust,reject
                            """.formatted(type));
        }
        cases.add("the build decides before the type does", """
                        local all all gss
                        local all all sspi
                        host all all all sspi map=m
                        local all all bsd
                        """);
    }
}
