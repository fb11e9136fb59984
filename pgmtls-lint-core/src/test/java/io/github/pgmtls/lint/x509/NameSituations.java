package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.testing.pki.CertificateSpec;
import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.Pki;
import java.util.List;
import java.util.function.Consumer;
import org.bouncycastle.asn1.x509.GeneralName;

/** Name constraints. */
final class NameSituations extends Situations {

    @Override
    void fill() {
        nameConstraints();
    }

    private void nameConstraints() {
        Verdict outside = refused(VerificationError.PERMITTED_VIOLATION, 0);
        Verdict inside = refused(VerificationError.EXCLUDED_VIOLATION, 0);
        List<GeneralName> good = List.of(dns("good.example"));
        row("dNSName within", constrained(good, List.of(), "CN=x", how -> how.dns("a.good.example")), OK);
        row(
                "dNSName that is the domain itself",
                constrained(good, List.of(), "CN=x", how -> how.dns("GOOD.example")),
                OK);
        row("dNSName outside", constrained(good, List.of(), "CN=x", how -> how.dns("evil.example")), outside);
        row(
                "dNSName that only ends alike",
                constrained(good, List.of(), "CN=x", how -> how.dns("notgood.example")),
                outside);
        row("excluded dNSName", constrained(List.of(), good, "CN=x", how -> how.dns("a.good.example")), inside);
        row("common name without a dot", constrained(good, List.of(), "CN=app1", how -> {}), OK);
        row(
                "common name that is a host name outside",
                constrained(good, List.of(), "CN=app1.evil.example", how -> {}),
                outside);
        row(
                "common name that is a host name within",
                constrained(good, List.of(), "CN=app1.good.example", how -> {}),
                OK);
        row("common name with blanks", constrained(good, List.of(), "CN=app 1.evil.example", how -> {}), OK);
        row(
                "common name outside beside a dNSName within",
                constrained(good, List.of(), "CN=app1.evil.example", how -> how.dns("a.good.example")),
                OK);
        row(
                "BMP common name that is a host name outside",
                constrained(good, List.of(), "CN[bmp]=app1.evil.example", how -> {}),
                outside);
        List<GeneralName> net = List.of(new GeneralName(GeneralName.iPAddress, "10.0.0.0/8"));
        row("address within", constrained(net, List.of(), "CN=x", how -> how.ip("10.1.2.3")), OK);
        row("address outside", constrained(net, List.of(), "CN=x", how -> how.ip("11.1.2.3")), outside);
        row("IPv6 address where IPv4 is permitted", constrained(net, List.of(), "CN=x", how -> how.ip("::1")), outside);
        List<GeneralName> mail = List.of(new GeneralName(GeneralName.rfc822Name, "good.example"));
        row("mail address within", constrained(mail, List.of(), "CN=x", how -> how.email("a@good.example")), OK);
        row(
                "mail address in a subdomain",
                constrained(mail, List.of(), "CN=x", how -> how.email("a@b.good.example")),
                outside);
        row(
                "mail attribute outside",
                constrained(mail, List.of(), "CN=x,emailAddress[ia5]=a@evil.example", how -> {}),
                outside);
        row(
                "mail attribute of another string type",
                constrained(mail, List.of(), "CN=x,emailAddress=a@good.example", how -> {}),
                refused(VerificationError.UNSUPPORTED_NAME_SYNTAX, 0));
        row(
                "mail subdomains",
                constrained(
                        List.of(new GeneralName(GeneralName.rfc822Name, ".good.example")),
                        List.of(),
                        "CN=x",
                        how -> how.email("a@b.good.example")),
                OK);
        List<GeneralName> tree = List.of(new GeneralName(Pki.name("O=good")));
        row("directory name within", constrained(tree, List.of(), "O=Good,CN=x", how -> {}), OK);
        row("directory name outside", constrained(tree, List.of(), "O=evil,CN=x", how -> {}), outside);
        row("excluded directory name", constrained(List.of(), tree, "O=good,CN=x", how -> {}), inside);
        row("empty directory name", constrained(tree, List.of(), "", how -> how.dns("x.example")), OK);
        row(
                "URI within",
                constrained(
                        List.of(new GeneralName(GeneralName.uniformResourceIdentifier, "good.example")),
                        List.of(),
                        "CN=x",
                        how -> how.alternativeName(
                                new GeneralName(GeneralName.uniformResourceIdentifier, "spiffe://good.example/x"))),
                OK);
        row(
                "URI without a host",
                constrained(
                        List.of(new GeneralName(GeneralName.uniformResourceIdentifier, "good.example")),
                        List.of(),
                        "CN=x",
                        how -> how.alternativeName(new GeneralName(GeneralName.uniformResourceIdentifier, "urn:x"))),
                refused(VerificationError.UNSUPPORTED_NAME_SYNTAX, 0));
        row(
                "registered ID where one is constrained",
                constrained(
                        List.of(new GeneralName(GeneralName.registeredID, "1.2.3")),
                        List.of(),
                        "CN=x",
                        how -> how.alternativeName(new GeneralName(GeneralName.registeredID, "1.2.3"))),
                refused(VerificationError.UNSUPPORTED_CONSTRAINT_TYPE, 0));
    }

    private Trial constrained(
            List<GeneralName> permitted, List<GeneralName> excluded, String name, Consumer<CertificateSpec> how) {
        Issued root = Pki.ca("CN=Constrained", spec -> spec.nameConstraints(permitted, excluded));
        return Trial.of(root.issue(name, how), root);
    }

    private static GeneralName dns(String name) {
        return new GeneralName(GeneralName.dNSName, name);
    }
}
