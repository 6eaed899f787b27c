package org.lectern.content.archive;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An immutable map in many small pieces, so that a changed copy shares all pieces but those that changed. */
final class Shards<K, V> {

    private static final int COUNT = 1024;

    private final List<Map<K, V>> shards;

    private Shards(List<Map<K, V>> shards) {
        this.shards = shards;
    }

    static <K, V> Shards<K, V> empty() {
        return new Shards<>(Collections.nCopies(COUNT, Map.of()));
    }

    Optional<V> get(K key) {
        return Optional.ofNullable(shards.get(shardOf(key)).get(key));
    }

    Draft<K, V> draft() {
        return new Draft<>(shards);
    }

    private static int shardOf(Object key) {
        var hash = key.hashCode() * 0x9E3779B9;
        return hash >>> 22;
    }

    /** A copy in the making. */
    static final class Draft<K, V> {

        private final List<Map<K, V>> shards;
        private final BitSet owned = new BitSet(COUNT);

        private Draft(List<Map<K, V>> shards) {
            this.shards = new ArrayList<>(shards);
        }

        void put(K key, V value) {
            own(key).put(key, value);
        }

        /** Removes the key if it still leads to this value. */
        void remove(K key, V value) {
            own(key).remove(key, value);
        }

        Shards<K, V> done() {
            return new Shards<>(shards);
        }

        private Map<K, V> own(K key) {
            var shard = shardOf(key);
            if (!owned.get(shard)) {
                owned.set(shard);
                shards.set(shard, new HashMap<>(shards.get(shard)));
            }
            return shards.get(shard);
        }
    }
}
