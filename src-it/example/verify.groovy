import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/pgmtls/pgmtls.json'))
def found = report.findings.collect { [it.cluster, it.path, it.line, it.rule] }.toSet()

def expected = [
    ['orders', 'clusters/orders/pg_hba.conf', 3, 'plaintext-record'],
    ['orders', 'clusters/orders/pg_hba.conf', 3, 'other-door-without-certificate'],
    ['orders', 'clusters/orders/pg_hba.conf', 3, 'superuser-by-password-remote'],
    ['orders', 'clusters/orders/pg_hba.conf', 4, 'record-shadowed'],
    ['orders', 'clusters/orders/pg_hba.conf', 5, 'record-partly-shadowed'],
    ['orders', 'clusters/orders/pg_hba.conf', 5, 'map-undefined'],
    ['orders', 'clusters/orders/pg_ident.conf', 2, 'map-unused'],
    ['orders', 'clusters/orders/pg_hba.conf', 6, 'clientcert-value'],
    ['orders', 'clusters/orders/pg_hba.conf', 7, 'trust-remote'],
    ['orders', 'clusters/orders/postgresql.conf', 1, 'ssl-off'],
    ['orders', 'clusters/orders/server.crt', 1, 'san-lacks-server-name'],
    ['orders', 'clusters/orders/clients/archiver.crt', 1, 'certificate-expired'],
    ['orders', 'clusters/orders/clients/checkout.crt', 1, 'cn-not-admitted'],
    ['orders', 'clusters/orders/clients/reporting.crt', 1, 'same-key-reused'],
].toSet()

assert found == expected : "missing ${expected - found}, unexpected ${found - expected}"
assert report.exempted.collect { it.rule }.toSet() == ['validity-too-long'].toSet() && report.exempted.size() == 6
