import groovy.json.JsonSlurper

File file = new File(basedir, 'target/pgmtls/pgmtls-show.json')
assert new File(basedir, 'build.log').text.contains(file.path)
assert !file.text.contains('hunter2')

def shown = new JsonSlurper().parse(file)
assert shown.schema == 'pgmtls-show/1'
assert shown.now == '2027-01-31T00:00:00Z'
assert shown.clusters*.directory == ['a', 'b']
def (a, b) = shown.clusters

assert a.postgresql == 16 && a.versionDeclared
assert a.hba.loads && a.hba.refusedBy == null
assert a.hba.records == [[
    rule_number: 1, file_name: 'pg_hba.conf', line_number: 4, type: 'hostssl', database: ['all'], user_name: ['app'],
    address: '10.0.0.0', netmask: '255.0.0.0', auth_method: 'cert', options: ['clientcert=verify-full'], error: null
]]
assert a.ident.loads
assert a.ident.mappings == [[
    map_number: 1, file_name: 'pg_ident.conf', line_number: 1, map_name: 'app', sys_name: 'app.example.org',
    pg_username: 'app', error: null
]]
assert a.settings == [
    [name: 'ssl', setting: 'on', sourcefile: 'postgresql.conf', sourceline: 1, applied: true, error: null]
]
assert a.settingsFile.loads

assert !b.versionDeclared
assert !b.hba.loads && b.hba.refusedBy.containsAll([14, 18])
assert b.hba.messages*.line_number == [1, 2]
assert b.ident.loads == null && b.ident.unknown && b.ident.mappings == []
assert b.settings*.sourcefile == ['postgresql.conf', 'conf.d/tls.conf']
assert b.settings*.applied == [true, false]
assert !b.settingsFile.loads
