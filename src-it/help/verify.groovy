String log = new File(basedir, 'build.log').text
for (name in ['directory', 'postgresql', 'failOn', 'reports', 'reportDirectory', 'now', 'serverNames', 'policy', 'baseline',
        'suppressions', 'policyRef', 'skip']) {
    assert log.contains("User property: pgmtls.$name\n")
}
