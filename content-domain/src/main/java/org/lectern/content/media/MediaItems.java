package org.lectern.content.media;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.data.Limit;
import jakarta.data.repository.By;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Save;

@Repository(dataStore = "java:app/env/persistence/content")
public interface MediaItems {

    @Insert
    Media add(Media media);

    @Save
    Media save(Media media);

    @Find
    Optional<Media> from(@By("source") String source, @By("path") String path);

    @Query("select m from Media m where m.key = :key")
    Optional<Media> keyed(String key);

    /** {@code keys} is not empty. */
    @Query("select new org.lectern.content.media.MediaSize(m.key, m.width, m.height) from Media m where m.key in :keys")
    List<MediaSize> sizes(Collection<String> keys);

    /** Those that are not taken down. {@code keys} is not empty. */
    @Query("select new org.lectern.content.media.MediaFile(m.key, m.sha256, m.name, m.type, m.bytes, m.width, m.height) from Media m where m.key in :keys and m.takenDownAt is null")
    List<MediaFile> files(Collection<String> keys);

    /** The pictures whose bytes have a hash that begins so; several keys may share one. */
    @Query("select m from Media m where m.sha256 like :start order by m.id")
    List<Media> byHash(String start);

    /** {@code ids} is not empty. */
    @Query("select m from Media m where m.id in :ids order by m.id")
    List<Media> byIds(Collection<Long> ids);

    /** Those whose smaller copies this version of their maker has not made yet. */
    @Query("select m from Media m where m.copies < :version order by m.id")
    List<Media> withoutCopies(int version, Limit most);

    @Query("select count(m) from Media m where m.takenDownAt is null")
    long count();
}
