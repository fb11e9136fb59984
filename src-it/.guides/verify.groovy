// What is found in a guide is what its expected.txt says, no more and no less.
import groovy.json.JsonSlurper

def expected = new File(basedir, 'expected.txt').readLines().findAll { it && !it.startsWith('#') }.sort()
def report = new JsonSlurper().parse(new File(basedir, 'target/pgmtls/pgmtls.json'))
def found = report.findings.collect { "$it.severity $it.rule $it.path:${it.line ?: 1}".toString() }.sort()

assert found == expected : "missing ${expected - found}, unexpected ${found - expected}"
return true
