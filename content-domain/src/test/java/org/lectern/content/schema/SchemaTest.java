package org.lectern.content.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lectern.content.ReadinessAsked;
import org.lectern.content.edition.EmptyDatabase;

class SchemaTest {

    private final List<String> logged = new ArrayList<>();
    private final Logger log = Logger.getLogger(Schema.class.getName());
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(MessageFormat.format(line.getMessage(), line.getParameters()));
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    };

    @BeforeEach
    void listen() {
        log.addHandler(listener);
        log.setUseParentHandlers(false);
    }

    @AfterEach
    void unhook() {
        log.removeHandler(listener);
        log.setUseParentHandlers(true);
    }

    @ParameterizedTest
    @EnumSource
    void tables_of_a_newer_lectern_are_refused_in_one_line_and_left_alone(EmptyDatabase vendor) throws SQLException {
        var schema = new Schema();
        schema.database = vendor.make();
        try (var connection = schema.database.getConnection(); var statement = connection.createStatement()) {
            statement.executeUpdate("""
                    insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "installed_by", "installed_on", "execution_time", "success")
                    values (99, '99', 'from tomorrow', 'SQL', 'V99__from_tomorrow.sql', 1, 'newer', current_timestamp, 1, true)""");
        }

        schema.start("the application");

        assertEquals(1, logged.size(), logged.toString());
        assertTrue(logged.get(0).startsWith("The tables of the database do not fit this version of Lectern, which stays closed:") && logged.get(0).contains("99"), logged.get(0));
        assertFalse(logged.get(0).contains("\n"), logged.get(0));
        assertFalse(readiness(schema).isReady());
    }

    private static ReadinessAsked readiness(Schema schema) {
        var asked = new ReadinessAsked();
        schema.tell(asked);
        return asked;
    }
}
