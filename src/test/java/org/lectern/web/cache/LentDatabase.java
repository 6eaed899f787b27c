package org.lectern.web.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

import org.h2.tools.Server;

/** A database in this process, which lends itself to a server over the network, goes away and comes back, and knows what it was asked. */
final class LentDatabase {

    private static final String NAME = "mem:lent;DB_CLOSE_DELAY=-1";

    private final int port = freePort();
    private Server door;

    LentDatabase() {
        comeBack();
    }

    /** The settings of a server that uses it. */
    Map<String, String> settings() {
        return Map.of("LECTERN_DB_URL", "jdbc:h2:tcp://127.0.0.1:" + port + "/" + NAME, "LECTERN_DB_USER", "lectern", "LECTERN_DB_PASSWORD", "lent");
    }

    /** Cuts all its connections. */
    void goAway() {
        door.stop();
    }

    /** Does nothing if it is here. */
    void comeBack() {
        if (door != null && door.isRunning(false)) {
            return;
        }
        try {
            door = Server.createTcpServer("-tcpPort", Integer.toString(port), "-ifNotExists").start();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every statement that it was asked while something was done, and how often. */
    Map<String, Integer> statementsOf(Runnable deed) {
        try (var connection = DriverManager.getConnection("jdbc:h2:" + NAME, "lectern", "lent"); var statement = connection.createStatement()) {
            statement.execute("set query_statistics false");
            statement.execute("set query_statistics true");
            deed.run();
            var asked = new TreeMap<String, Integer>();
            try (var row = statement.executeQuery("select sql_statement, execution_count from information_schema.query_statistics")) {
                while (row.next()) {
                    asked.merge(row.getString(1).replaceAll("\\s+", " "), row.getInt(2), Integer::sum);
                }
            }
            return asked;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
