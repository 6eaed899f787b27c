package org.lectern.content.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lectern.content.edition.EmptyDatabase;

class SiteIdentityTest {

    @ParameterizedTest
    @EnumSource
    void nodes_that_start_at_once_and_those_that_come_later_find_one_identity(EmptyDatabase vendor) throws Exception {
        var database = vendor.make();
        var nodes = 6;
        var start = new CyclicBarrier(nodes);
        var workers = Executors.newFixedThreadPool(nodes);
        var found = new HashSet<UUID>();
        try {
            for (var asked : workers.invokeAll(IntStream.range(0, nodes).mapToObj(node -> (Callable<UUID>) () -> {
                start.await();
                return node(database).value();
            }).toList())) {
                found.add(asked.get());
            }
        } finally {
            workers.shutdown();
        }

        found.add(node(database).value());

        assertEquals(1, found.size(), found.toString());
        assertEquals(4, found.iterator().next().version());
    }

    @ParameterizedTest
    @EnumSource
    void two_sites_are_not_taken_for_one(EmptyDatabase vendor) {
        assertNotEquals(node(vendor.make()).value(), node(vendor.make()).value());
    }

    private static SiteIdentity node(DataSource database) {
        var node = new SiteIdentity();
        node.database = database;
        return node;
    }
}
