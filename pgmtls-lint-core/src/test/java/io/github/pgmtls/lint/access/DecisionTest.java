package io.github.pgmtls.lint.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DecisionTest {

    private static Decision decision(String columns) {
        return Decision.of(Hba.records("hostssl all all all " + columns + "\n").get(0));
    }

    @Test
    void methodAndOptionsMakeTheDecision() {
        assertThat(decision("cert map=a")).isNotEqualTo(decision("cert map=b"));
        assertThat(decision("cert map=a")).isNotEqualTo(decision("cert"));
        assertThat(decision("trust clientcert=verify-ca")).isNotEqualTo(decision("trust"));
        assertThat(decision("trust clientcert=verify-ca")).isNotEqualTo(decision("trust clientcert=verify-full"));
        assertThat(decision("cert clientname=DN")).isNotEqualTo(decision("cert clientname=CN"));
        assertThat(decision("md5")).isNotEqualTo(decision("scram-sha-256"));
    }

    @Test
    void whatHasNoEffectDoesNotTellDecisionsApart() {
        assertThat(decision("cert map=a map=b")).isEqualTo(decision("cert map=b"));
        assertThat(decision("cert map=a map=")).isEqualTo(decision("cert"));
        assertThat(decision("cert clientcert=verify-full")).isEqualTo(decision("cert"));
        assertThat(decision("cert clientname=CN")).isEqualTo(decision("cert"));
        assertThat(decision("scram-sha-256 clientname=DN")).isEqualTo(decision("scram-sha-256"));
        assertThat(decision("gss include_realm=true")).isEqualTo(decision("gss include_realm=0"));
        assertThat(decision("gss include_realm=1")).isEqualTo(decision("gss"));
        assertThat(decision("reject clientcert=verify-full")).isEqualTo(Decision.REJECT);
    }

    @Test
    void aPhraseShowsNoSecret() {
        assertThat(decision("ldap ldapserver=h ldapbasedn=d ldapbindpasswd=hunter2")
                        .phrase())
                .isEqualTo("ldap ldapserver=h ldapbindpasswd=*** ldapbasedn=d");
        assertThat(decision("cert map=m").phrase()).isEqualTo("cert map=m");
        assertThat(decision("scram-sha-256 clientcert=verify-full").phrase())
                .isEqualTo("scram-sha-256 clientcert=verify-full");
    }

    @Test
    void onlyDecisionsThatDemandNoCertificateAdmitWithoutOne() {
        assertThat(decision("trust").admitsWithoutCertificate()).isTrue();
        assertThat(decision("cert").admitsWithoutCertificate()).isFalse();
        assertThat(decision("trust clientcert=verify-ca").admitsWithoutCertificate())
                .isFalse();
        assertThat(decision("reject").admitsWithoutCertificate()).isFalse();
    }
}
