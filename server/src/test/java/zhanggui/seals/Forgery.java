package zhanggui.seals;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import zhanggui.seals.ForgeriesTest.RandomLog;

/** Something that can be done to a log, and what has to be found of it. */
enum Forgery {
    EDIT {
        @Override
        List<String> on(RandomLog log) throws SQLException {
            long n = log.some();
            var edit = EDITS.get(log.random.nextInt(EDITS.size()));
            log.forge(
                    "update audit.entry set %s where id = (select entry_id from seals.seal where number = %d)",
                    edit, n);
            return List.of("CHANGED " + n);
        }
    },
    DELETE {
        @Override
        List<String> on(RandomLog log) throws SQLException {
            long n = log.some();
            log.forge("delete from audit.entry where id = (select entry_id from seals.seal where number = %d)", n);
            return List.of("DELETED " + n);
        }
    },
    SWAP {
        @Override
        List<String> on(RandomLog log) throws SQLException {
            long n = log.some();
            long m = n == 1 ? log.length() : n - 1;
            var spare = UUID.randomUUID();
            var exchange = "update seals.seal set entry_id = '%s' where number = %d";
            var ofN = log.entry(n);
            var ofM = log.entry(m);
            log.forge(exchange, spare, n);
            log.forge(exchange, ofN, m);
            log.forge(exchange, ofM, n);
            return LongStream.of(n, m)
                    .sorted()
                    .mapToObj(one -> "MOVED " + one + " " + (n + m - one))
                    .toList();
        }
    },
    CUT_ENTRIES {
        @Override
        List<String> on(RandomLog log) throws SQLException {
            long from = log.some();
            log.forge("delete from audit.entry where id in (select entry_id from seals.seal where number >= %d)", from);
            return LongStream.rangeClosed(from, log.length())
                    .mapToObj(n -> "DELETED " + n)
                    .toList();
        }
    },
    CUT_WITHOUT_A_TRACE {
        @Override
        List<String> on(RandomLog log) throws SQLException {
            log.cutAfter(log.earlier());
            return List.of("TRUNCATED " + log.length());
        }
    },
    CUT_AND_GROWN_AGAIN {
        @Override
        List<String> on(RandomLog log) throws SQLException {
            int run = log.earlier();
            var length = log.length();
            log.cutAfter(run);
            log.grow((int) (length - log.last(run)));
            return List.of("REWRITTEN " + log.last(run + 1));
        }
    },
    BACKDATE {
        @Override
        List<String> on(RandomLog log) throws SQLException {
            log.forge("insert into audit.entry (id, at, actor_name, way, action, subject_type)"
                    + " values (uuidv7(interval '-1 hour'), now() - interval '1 hour', 'x', 'NONE', 'x', 'x')");
            return List.of("BACKDATED " + (log.length() + 1));
        }
    },
    BACKDATE_THE_TIME_ONLY {
        @Override
        List<String> on(RandomLog log) throws SQLException {
            log.forge("insert into audit.entry (at, actor_name, way, action, subject_type)"
                    + " values (now() - interval '3 days', 'x', 'NONE', 'x', 'x')");
            return List.of("BACKDATED " + (log.length() + 1));
        }
    },
    BACKDATE_BEHIND_THE_SEALER {
        @Override
        List<String> on(RandomLog log) throws SQLException {
            log.forge("insert into audit.entry (id, at, actor_name, way, action, subject_type, written_in)"
                    + " select uuidv7(interval '-1 hour'), now() - interval '1 hour', 'x', 'NONE', 'x', 'x', min(written_in)"
                    + " from audit.entry");
            return List.of("UNSEALED");
        }
    },
    UNSEAL {
        @Override
        List<String> on(RandomLog log) throws SQLException {
            long n = Math.min(log.some(), log.length() - 1);
            log.forge("delete from seals.seal where number = %d", n);
            return List.of("SEALS_MISSING %d %d".formatted(n, n), "UNSEALED");
        }
    },
    CHANGE_SEAL {
        @Override
        List<String> on(RandomLog log) throws SQLException {
            long n = log.some();
            log.forge("update seals.seal set hash = sha256(hash) where number = %d", n);
            // Nothing after the last seal shows which of the two is as it was.
            return List.of((n == log.length() ? "CHANGED " : "SEAL_CHANGED ") + n);
        }
    },
    REMOVE_SEALING {
        @Override
        List<String> on(RandomLog log) throws SQLException {
            int run = log.earlier();
            log.forge("delete from seals.sealing where number = %d", log.last(run));
            return List.of("SEALING_MISSING %d %d".formatted(log.first(run), log.last(run)));
        }
    },
    CHANGE_SEALING {
        @Override
        List<String> on(RandomLog log) throws SQLException {
            int run = log.earlier();
            log.forge("update seals.sealing set at = at - interval '1 second' where number = %d", log.last(run));
            return List.of("SEALING_CHANGED %d %d".formatted(log.first(run), log.last(run)));
        }
    };

    private static final List<String> EDITS = List.of(
            "at = at + interval '1 microsecond'",
            "actor_id = uuidv7()",
            "actor_name = actor_name || ' '",
            "way = 'TOKEN'",
            "address = '192.0.2.7'",
            "action = 'created'",
            "subject_type = 'contacts'",
            "subject_id = null",
            "subject_name = upper(subject_name)",
            "changes = jsonb_set(changes, '{0,after}', '\"B\"')",
            "changes = changes || '[null]'");

    abstract List<String> on(RandomLog log) throws SQLException;
}
