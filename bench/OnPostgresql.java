import java.util.List;
import java.util.Map;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** Starts an empty PostgreSQL, runs a command that finds it by {@code LECTERN_DB_URL}, and stops it: see {@code bench/on-postgresql}. */
public final class OnPostgresql {

    private OnPostgresql() {
    }

    public static void main(String[] command) throws Exception {
        int status;
        try (var database = EmbeddedPostgres.builder().start()) {
            var builder = new ProcessBuilder(List.of(command)).inheritIO();
            builder.environment().putAll(Map.of("LECTERN_DB_URL", "jdbc:postgresql://127.0.0.1:" + database.getPort() + "/postgres", "LECTERN_DB_USER", "postgres", "LECTERN_DB_PASSWORD", "postgres"));
            status = builder.start().waitFor();
        }
        System.exit(status);
    }
}
