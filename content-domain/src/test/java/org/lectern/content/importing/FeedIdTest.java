package org.lectern.content.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;

class FeedIdTest {

    @Test
    void what_feed_readers_know_an_article_by_is_kept() {
        assertEquals(Optional.of("http://old.example.org/?p=7"), FeedId.of("{\"title\":\"Leases\",\"guid\":\" http://old.example.org/?p=7 \"}"));
        assertEquals(Optional.of("7"), FeedId.of("{\"feedId\":\"7\",\"guid\":7}"));
    }

    @Test
    void what_can_be_no_id_is_none() {
        assertEquals(Optional.empty(), FeedId.of("{}"));
        assertEquals(Optional.empty(), FeedId.of("{\"guid\":\"\",\"feedId\":[\"7\"]}"));
        assertEquals(Optional.empty(), FeedId.of("{\"guid\":\"a\\u0000b\"}"));
        assertEquals(Optional.empty(), FeedId.of("{\"guid\":\"" + "7".repeat(1_001) + "\"}"));
    }
}
