package io.github.pgmtls.lint.config;

/** The options of records of pg_hba.conf. */
final class OptionCases {

    private OptionCases() {}

    static void addTo(AuthCases cases) {
        addForm(cases);
        addMap(cases);
        addClientCertificates(cases);
        addRealms(cases);
        addPamAndLdap(cases);
        addLdapUrls(cases);
        addRadius(cases);
        addOauth(cases);
    }

    private static void addForm(AuthCases cases) {
        cases.add("how options are written", """
                        hostssl all all all cert map=a
                        hostssl all all all cert map=a,clientcert=verify-full
                        hostssl all all all cert map=a clientcert=verify-full
                        hostssl all all all cert map=a=b
                        hostssl all all all cert map==
                        hostssl all all all cert map=
                        hostssl all all all cert map =a
                        hostssl all all all cert map= a
                        hostssl all all all cert map = a
                        hostssl all all all cert =a
                        hostssl all all all cert =
                        hostssl all all all cert map
                        hostssl all all all cert MAP=a
                        hostssl all all all cert "map=a b"
                        hostssl all all all cert map="a b"
                        hostssl all all all cert "map"=a
                        hostssl all all all cert map=a,b
                        hostssl all all all cert map="a,b"
                        hostssl all all all cert ""
                        hostssl all all all cert map=a map=b
                        hostssl all all all cert map=a map=
                        hostssl all all all cert map=a,map=c map=d
                        hostssl all all all cert map='a'
                        hostssl all all all cert map=/a
                        hostssl all all all cert map=\u00c3\u00b6
                        """).add("unknown options", """
                        host all all all trust nonsense=1
                        host all all all trust nonsense
                        host all all all trust sslmode=require
                        host all all all trust clientcert
                        host all all all trust Map=a
                        host all all all trust "a b=c"
                        """).add("the first bad option counts", """
                        host all all all trust nonsense=1 map=a
                        host all all all trust map=a nonsense=1
                        host all all all trust clientcert=1 x
                        """);
    }

    private static void addMap(AuthCases cases) {
        StringBuilder lines = new StringBuilder();
        String[] methods = {
            "trust",
            "reject",
            "password",
            "md5",
            "scram-sha-256",
            "ident",
            "cert",
            "gss",
            "sspi",
            "pam",
            "bsd",
            "ldap ldapprefix=a",
            "radius radiusservers=127.0.0.1 radiussecrets=a",
            "oauth issuer=a scope=b"
        };
        for (String method : methods) {
            lines.append("hostssl all all all ").append(method).append(" map=m\n");
            lines.append("hostssl all all all ").append(method).append(" clientcert=verify-full map=m\n");
        }
        lines.append("local all all peer map=m\nlocal all all ident map=m\nlocal all all trust map=m\n");
        cases.add("a map with every method", lines.toString());
    }

    private static void addClientCertificates(AuthCases cases) {
        for (String method : new String[] {"cert", "scram-sha-256", "trust", "reject", "ident"}) {
            StringBuilder lines = new StringBuilder();
            String[] values = {
                "1",
                "0",
                "no-verify",
                "verify-ca",
                "verify-full",
                "on",
                "off",
                "true",
                "",
                "VERIFY-FULL",
                "verify_full",
                "01",
                "2",
                "\"verify-full\"",
                "\" verify-full\"",
                "require",
                "no",
                "1 "
            };
            for (String value : values) {
                lines.append("hostssl all all all ")
                        .append(method)
                        .append(" clientcert=")
                        .append(value)
                        .append('\n');
            }
            cases.add("clientcert with " + method, lines.toString());
        }
        cases.add("clientcert twice", """
                        hostssl all all all trust clientcert=verify-full clientcert=verify-ca
                        hostssl all all all trust clientcert=verify-ca clientcert=verify-full
                        hostssl all all all trust clientcert=1 clientcert=0
                        hostssl all all all trust clientcert=1 clientcert=nonsense
                        hostssl all all all cert clientcert=1 clientcert=verify-full
                        """)
                .add("clientcert of other types", """
                        local all all trust clientcert=verify-full
                        host all all all trust clientcert=verify-full
                        hostnossl all all all trust clientcert=verify-ca
                        hostgssenc all all all trust clientcert=verify-ca
                        hostnogssenc all all all trust clientcert=verify-ca
                        host all all all trust clientcert=nonsense
                        host all all all trust clientcert=0
                        """)
                .add("clientname", """
                        hostssl all all all cert clientname=CN
                        hostssl all all all cert clientname=DN
                        hostssl all all all cert clientname=dn
                        hostssl all all all cert clientname=
                        hostssl all all all cert clientname=SAN
                        hostssl all all all cert clientname=DN clientname=CN
                        hostssl all all all scram-sha-256 clientname=DN
                        hostssl all all all trust clientname=DN clientcert=verify-full
                        host all all all trust clientname=DN
                        local all all peer clientname=CN
                        hostnossl all all all trust clientname=nonsense
                        """)
                .add("a refused value without an error in the view", """
                        local all all trust
                        hostssl all all all trust clientcert=nonsense
                        local all all trust
                        hostssl all all all trust clientname=nonsense
                        local all all trust
                        """);
    }

    private static void addRealms(AuthCases cases) {
        cases.add("options of gss", """
                        host all all all gss
                        host all all all gss include_realm=1
                        host all all all gss include_realm=0
                        host all all all gss include_realm=true
                        host all all all gss include_realm=
                        host all all all gss include_realm=0 include_realm=1
                        host all all all gss krb_realm=EXAMPLE.ORG map=m
                        host all all all gss krb_realm= include_realm=0
                        host all all all gss compat_realm=1
                        host all all all gss upn_username=1
                        hostssl all all all gss clientcert=verify-ca
                        hostgssenc all all all gss krb_realm=A
                        host all all all trust krb_realm=A
                        host all all all trust include_realm=1
                        host all all all trust compat_realm=1
                        host all all all trust upn_username=0
                        """);
    }

    private static void addPamAndLdap(AuthCases cases) {
        cases.add("options of pam", """
                        host all all all pam
                        host all all all pam pamservice=pg
                        host all all all pam pamservice=
                        host all all all pam pam_use_hostname=1
                        host all all all pam pam_use_hostname=yes pamservice="a b"
                        local all all pam pamservice=a
                        hostssl all all all pam pamservice=a clientcert=verify-ca
                        host all all all trust pamservice=a
                        host all all all trust pam_use_hostname=1
                        """)
                .add("options of ldap", """
                        host all all all ldap
                        host all all all ldap ldapserver=s
                        host all all all ldap ldapprefix=a
                        host all all all ldap ldapsuffix=a
                        host all all all ldap ldapbasedn=a
                        host all all all ldap ldapprefix= ldapsuffix=
                        host all all all ldap ldapprefix=a ldapbasedn=a
                        host all all all ldap ldapprefix=a ldapbinddn=a
                        host all all all ldap ldapsuffix=a ldapbindpasswd=a
                        host all all all ldap ldapprefix=a ldapsearchattribute=a
                        host all all all ldap ldapprefix=a ldapsearchfilter=a
                        host all all all ldap ldapbasedn=a ldapsearchattribute=a
                        host all all all ldap ldapbasedn=a ldapsearchfilter=a
                        host all all all ldap ldapbasedn=a ldapsearchfilter=a ldapsearchattribute=b
                        host all all all ldap ldapbinddn=a ldapbindpasswd=b
                        host all all all ldap "ldapserver=a b" ldapbasedn="dc=example, dc=org" ldapbinddn=c ldapbindpasswd=d
                        host all all all ldap ldapprefix="cn=" ldapsuffix=", dc=example, dc=org"
                        hostssl all all all ldap ldapbasedn=a clientcert=verify-ca
                        local all all ldap ldapbasedn=a
                        """)
                .add("numbers and flags of ldap", """
                        host all all all ldap ldapbasedn=a ldapport=389
                        host all all all ldap ldapbasedn=a ldapport=0
                        host all all all ldap ldapbasedn=a ldapport=
                        host all all all ldap ldapbasedn=a ldapport=x
                        host all all all ldap ldapbasedn=a ldapport=12x
                        host all all all ldap ldapbasedn=a ldapport=-1
                        host all all all ldap ldapbasedn=a "ldapport= +7"
                        host all all all ldap ldapbasedn=a ldapport=010
                        host all all all ldap ldapbasedn=a ldapport=0x10
                        host all all all ldap ldapbasedn=a ldapport=4294967296
                        host all all all ldap ldapbasedn=a ldapport=4294967297
                        host all all all ldap ldapbasedn=a ldapport=2147483648
                        host all all all ldap ldapbasedn=a ldapport=99999999999999999999
                        host all all all ldap ldapbasedn=a ldapport=-99999999999999999999
                        host all all all ldap ldapbasedn=a ldaptls=1
                        host all all all ldap ldapbasedn=a ldaptls=0
                        host all all all ldap ldapbasedn=a ldaptls=true
                        host all all all ldap ldapbasedn=a ldaptls=1 ldaptls=2
                        host all all all ldap ldapbasedn=a ldapscheme=ldap
                        host all all all ldap ldapbasedn=a ldapscheme=ldaps
                        host all all all ldap ldapbasedn=a ldapscheme=LDAP
                        host all all all ldap ldapbasedn=a ldapscheme=
                        host all all all ldap ldapbasedn=a ldapscheme=http
                        """)
                .add("options of ldap with other methods", """
                        host all all all trust ldapserver=a
                        host all all all trust ldapport=x
                        host all all all trust ldapurl=x
                        host all all all trust ldapbasedn=a
                        host all all all trust ldapscheme=x
                        host all all all trust ldapsearchfilter=x
                        host all all all trust ldapsearchattribute=x
                        host all all all trust ldapbindpasswd=x
                        host all all all trust ldapprefix=x
                        host all all all trust ldaptls=1
                        """);
    }

    private static void addLdapUrls(AuthCases cases) {
        StringBuilder lines = new StringBuilder();
        String[] urls = {
            "ldap://h",
            "ldap://h/",
            "ldap://h/b",
            "ldap://h:1/b",
            "ldap://h:/b",
            "ldap://:1/b",
            "ldap:///b",
            "ldap://",
            "ldaps://h/b",
            "ldaps://h:1/b",
            "LDAP://h/b",
            "LDAPS://h/b",
            "ldapi://h/b",
            "ldapi:///b",
            "cldap://h/b",
            "http://h/b",
            "ldap:h/b",
            "ldap:/h/b",
            "h/b",
            "",
            "nonsense",
            "ldap://h/b?a",
            "ldap://h/b?a,c",
            "ldap://h/b?",
            "ldap://h/b??",
            "ldap://h/b?a?base",
            "ldap://h/b?a?one",
            "ldap://h/b?a?onelevel",
            "ldap://h/b?a?sub",
            "ldap://h/b?a?subtree",
            "ldap://h/b?a?subordinate",
            "ldap://h/b?a?children",
            "ldap://h/b?a?SUB",
            "ldap://h/b?a?nonsense",
            "ldap://h/b?a?",
            "ldap://h/b??sub",
            "ldap://h/b??sub?(x=1)",
            "ldap://h/b?a?sub?(x=1)",
            "ldap://h/b???(x=1)",
            "ldap://h/b???x=1",
            "ldap://h/b???",
            "ldap://h/b??one?",
            "ldap://h/b????ext",
            "ldap://h/b????",
            "ldap://h/b????!ext",
            "ldap://h/b????x=y,!z",
            "ldap://h/b????,",
            "ldap://h/b?a?sub?(x=1)?ext?more",
            "ldap://h/dc=a%2cdc=b",
            "ldap://h/dc=a%2Cdc=b",
            "ldap://h/b%",
            "ldap://h/b%4",
            "ldap://h/b%zz",
            "ldap://h%2ex/b",
            "ldap://h/b?a%62",
            "ldap://h/b??%73ub",
            "ldap://h/b???(x=%28)",
            "ldap://h:x/b",
            "ldap://h:99999/b",
            "ldap://h:65536/b",
            "ldap://h:0/b",
            "ldap://h:-1/b",
            "ldap://h:1x/b",
            "ldap://h:+1/b",
            "ldap://[::1]/b",
            "ldap://[::1]:1/b",
            "ldap://[::1/b",
            "ldap://[::1]x/b",
            "ldap://::1/b",
            "ldap://a:b:1/b",
            "<ldap://h/b>",
            "<ldap://h/b",
            "ldap://h/b>",
            "URL:ldap://h/b",
            "url:ldap://h/b",
            "<URL:ldap://h/b>",
            "<url:ldap://h/b",
            "URL:<ldap://h/b>",
            "ldap://h/b/c",
            "ldap://h?a",
            "ldap://h?a?sub",
            "ldap://?a",
            "ldap:///?a",
            "ldap:///?a?sub?(x=1)",
            "ldap://h1%20h2/b",
            "ldap://h1 h2/b",
            "ldap://h/b c",
            "ldap:///",
            "ldap://h/?uid",
            "ldap://h/b?,a",
            "ldap://h/b?a,",
            "ldap://h/b???%zz",
            "ldap://h/b??%zz",
            "ldap://h/b????%zz",
            "ldapx://h/b",
            "ldap//h/b",
            "ldaps:///b",
            "ldap://h:389/b",
            "ldap://h/b#x",
            "ldap://h/%00",
            "ldap://h/b?*",
            "ldap://h/b?a?sub?()",
            "ldap://h/b?a?sub?",
            "ldap://u@h/b",
            "ldap://h//b"
        };
        for (String url : urls) {
            lines.append("host all all all ldap \"ldapurl=").append(url).append("\"\n");
        }
        cases.add("URLs of ldap", lines.toString()).add("URLs of ldap and other options", """
                        host all all all ldap ldapurl=ldap://h/b?a?one ldapport=7
                        host all all all ldap ldapport=7 ldapurl=ldap://h/b?a?one
                        host all all all ldap ldapurl=ldap://h/b?a?one ldapserver=x
                        host all all all ldap ldapserver=x ldapurl=ldap:///b?a?one
                        host all all all ldap ldapurl=ldap://h/b ldapprefix=x
                        host all all all ldap ldapurl=ldap://h ldapprefix=x
                        host all all all ldap ldapurl=ldap://h/b?a ldapsearchfilter=x
                        host all all all ldap ldapurl=ldap://h/b??sub?(x=1) ldapsearchattribute=x
                        host all all all ldap ldapurl=ldap://h/b?a?one ldapurl=ldap://h2/c
                        host all all all ldap ldapurl=ldap://h/b?a?base ldaptls=1
                        host all all all ldap ldaptls=1 ldapurl=ldap://h/b?a?base
                        host all all all ldap ldapbasedn=c ldapurl=ldap://h
                        host all all all ldap ldapscheme=ldaps ldapurl=ldap://h/b
                        host all all all ldap ldapurl=ldap://h/b ldapscheme=ldaps
                        host all all all ldap ldapbinddn=x ldapurl=ldap://h/b??base
                        """);
    }

    private static void addRadius(AuthCases cases) {
        cases.add("options of radius", """
                        host all all all radius
                        host all all all radius radiusservers=127.0.0.1
                        host all all all radius radiussecrets=a
                        host all all all radius radiusservers=127.0.0.1 radiussecrets=a
                        host all all all radius radiusservers=127.0.0.1 radiussecrets=a radiusports=1 radiusidentifiers=i
                        host all all all radius "radiusservers=127.0.0.1,::1" radiussecrets=a
                        host all all all radius "radiusservers=127.0.0.1,::1" "radiussecrets=a,b"
                        host all all all radius "radiusservers=127.0.0.1,::1" "radiussecrets=a,b,c"
                        host all all all radius "radiusservers=127.0.0.1,::1" radiussecrets=a "radiusports=1,2,3"
                        host all all all radius "radiusservers=127.0.0.1,::1" radiussecrets=a "radiusidentifiers=1,2,3"
                        host all all all radius radiusservers=127.0.0.1 "radiussecrets=a,b"
                        host all all all radius radiusservers= radiussecrets=a
                        host all all all radius radiusservers=127.0.0.1 radiussecrets=
                        host all all all radius radiusservers=127.0.0.1 radiussecrets=a radiusports=
                        host all all all radius radiusservers=127.0.0.1 radiussecrets=a radiusports=x
                        host all all all radius radiusservers=127.0.0.1 radiussecrets=a radiusports=0
                        host all all all radius radiusservers=127.0.0.1 radiussecrets=a radiusports=1x
                        host all all all radius radiusservers=127.0.0.1 radiussecrets=a "radiusports=1,0"
                        host all all all radius radiusservers=127.0.0.1 radiussecrets=a "radiusports=1,"
                        host all all all radius radiusservers=127.0.0.1 radiussecrets=a radiusidentifiers=
                        local all all radius radiusservers=127.0.0.1 radiussecrets=a
                        hostssl all all all radius radiusservers=127.0.0.1 radiussecrets=a clientcert=verify-ca
                        host all all all trust radiusservers=127.0.0.1
                        host all all all trust radiussecrets=a
                        host all all all trust radiusports=1
                        host all all all trust radiusidentifiers=1
                        host all all all radius radiusserver=127.0.0.1
                        host all all all radius radiusservers=127.0.0.1 radiussecrets=a radiusservers=127.0.0.2
                        """).add("lists of radius", """
                        host all all all radius "radiusservers=127.0.0.1, ::1" radiussecrets=a
                        host all all all radius "radiusservers= 127.0.0.1 , ::1 " radiussecrets=a
                        host all all all radius "radiusservers=127.0.0.1,,::1" radiussecrets=a
                        host all all all radius "radiusservers=127.0.0.1," radiussecrets=a
                        host all all all radius "radiusservers=,127.0.0.1" radiussecrets=a
                        host all all all radius "radiusservers=127.0.0.1 ::1" radiussecrets=a
                        host all all all radius "radiusservers=""127.0.0.1"",""::1\"\"\" radiussecrets=a
                        host all all all radius radiusservers=127.0.0.1 "radiussecrets=""a b\"\"\"
                        host all all all radius radiusservers=127.0.0.1 "radiussecrets=a b"
                        host all all all radius radiusservers=127.0.0.1 "radiussecrets=""a"
                        host all all all radius radiusservers=127.0.0.1 "radiussecrets=""a""b"
                        host all all all radius radiusservers=127.0.0.1 "radiussecrets=""a\"\"\"\",b\"\"\"
                        host all all all radius radiusservers=127.0.0.1 "radiussecrets=\"\"\"\"\"
                        host all all all radius "radiusservers=\"\"\"\"\" radiussecrets=a
                        host all all all radius radiusservers=127.0.0.1 radiussecrets=a"b"
                        host all all all radius radiusservers=127.0.0.1 "radiussecrets=a""b"
                        host all all all radius radiusservers=127.0.0.1 "radiussecrets=a""b,c"
                        host all all all radius radiusservers=127.0.0.1 "radiussecrets=   "
                        host all all all radius radiusservers=127.0.0.1 "radiussecrets=a\f"
                        host all all all radius radiusservers=127.0.0.1 radiussecrets=a "radiusports=""1"",2"
                        host all all all radius radiusservers=127.0.0.1 radiussecrets=a "radiusidentifiers=a,"
                        host all all all radius radiusservers=127.0.0.1 radiussecrets=a "radiusports=,"
                        host all all all radius radiusservers=127.0.0.1 "radiussecrets=,"
                        """);
    }

    private static void addOauth(AuthCases cases) {
        cases.add("options of oauth", """
                        host all all all oauth
                        host all all all oauth issuer=i
                        host all all all oauth scope=s
                        host all all all oauth issuer=i scope=s
                        host all all all oauth issuer= scope=
                        host all all all oauth issuer=i scope="a b" validator=v
                        host all all all oauth issuer=i scope=s map=m
                        host all all all oauth issuer=i scope=s delegate_ident_mapping=1
                        host all all all oauth issuer=i scope=s delegate_ident_mapping=true map=m
                        host all all all oauth issuer=i scope=s delegate_ident_mapping=1 map=m
                        host all all all oauth issuer=i scope=s delegate_ident_mapping=1 map=
                        local all all oauth issuer=i scope=s
                        hostssl all all all oauth issuer=i scope=s clientcert=verify-full
                        host all all all trust issuer=i
                        host all all all trust scope=i
                        host all all all trust validator=i
                        host all all all trust delegate_ident_mapping=1
                        host all all all oauth issuer=i scope=s validator.x=1
                        """);
    }
}
