String log = new File(basedir, 'build.log').text.replace('[INFO] ', '')
assert log.contains('''\
  who can be the superuser "dba"
    pg_hba.conf:1: by "cert map=admins"
''')
assert log.contains('with a certificate that the map makes this user: pg_ident.conf:1')
assert log.contains('''\
  who can connect for physical replication
    pg_hba.conf:3: by "cert"
''')
assert log.contains('''\
user "dba" to database "dba" over plain from 10.1.2.3
cluster main, PostgreSQL 17
  pg_hba.conf:1 skipped: is for TLS connections
      hostssl      all          dba      10.0.0.0/8  cert map=admins
  pg_hba.conf:2 matches
      host         all          all      10.0.0.0/8  scram-sha-256
challenged: the server asks for a password
''')
