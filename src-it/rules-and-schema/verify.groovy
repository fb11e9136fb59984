String log = new File(basedir, 'build.log').text
assert log =~ /(?m)^\[INFO\] # md5-method$/
assert log =~ /(?m)^\[INFO\] - cluster \.: active: severity warning; 0 found$/
assert new File(basedir, 'target/pgmtls/pgmtls.schema.json').text.contains('"urn:pgmtls:policy:1"')
assert new File(basedir, 'pgmtls.yaml').text.contains('  main:\n    directory: ""\n')
assert new File(basedir, 'pom.xml').text.contains('<artifactId>pgmtls-lint-maven-plugin</artifactId>')
assert log =~ /(?m)^\[INFO\] 0 errors, 0 warnings, 0 infos . 1 cluster/
